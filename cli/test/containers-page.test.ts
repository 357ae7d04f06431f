import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hosts } from '@understudy/openapi/hosts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseFlags, toEnvironmentName } from '../src/parse-flags.ts';
import { startFlags } from '../src/start/start-flags.ts';
import { ROOT } from './container/build-image.ts';
import { environmentOf, lastOf, parseDockerfile } from './container/dockerfile.ts';
import { BIN, run } from './spawned.ts';
import { useTemporaryFolders } from './temporary-folder.ts';

const read = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8');
const page = await read('docs/containers.md');
const image = parseDockerfile(await read('Dockerfile')).at(-1);
if (image === undefined) throw new Error('The Dockerfile has no stage.');
const { services, volumes } = parse(await read('compose.yaml'));
const { understudy, example } = services;
const createFolder = useTemporaryFolders();

const PORT = String(parseFlags(startFlags, [], {}, '').options.port);
const [VOLUME = ''] = lastOf(image, 'VOLUME').words;
const variables = Object.keys(startFlags).map(toEnvironmentName);

/** The blocks of the page in a language. */
const blocksOf = (language: string): string[] =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, each, text = '']) =>
    each === language ? [text] : [],
  );

describe('The Compose file', () => {
  it('starts the image by flags and variables that there are', () => {
    const [command, ...words] = understudy.command;
    expect(command).toBe('start');
    expect(parseFlags(startFlags, words, {}, '').options['https-port']).toBe(443);
    expect(variables).toEqual(expect.arrayContaining(Object.keys(understudy.environment)));
  });

  it('leads the vendor’s names to it, at a port that its user may listen at', () => {
    expect(understudy.networks.default.aliases).toEqual(Object.values(hosts));
    expect(understudy.sysctls).toEqual({ 'net.ipv4.ip_unprivileged_port_start': 0 });
  });

  it('shows it to this machine only, at the port that is asked for its health', () => {
    expect(understudy.ports).toEqual([`127.0.0.1:${PORT}:${PORT}`]);
    expect(lastOf(image, 'EXPOSE').words).toContain(PORT);
  });

  it('keeps its data in a volume, and lets it write nowhere else', () => {
    expect(understudy.volumes).toEqual([`understudy:${VOLUME}`]);
    expect(Object.keys(volumes)).toEqual(['understudy']);
    expect([understudy.read_only, understudy.tmpfs, understudy.cap_drop]).toEqual([true, ['/tmp'], ['ALL']]);
  });

  it('gives the example the certificate, once the stand-in is healthy', () => {
    const [, place = ''] = example.volumes[0].split(':');
    const kept = environmentOf(image).XDG_STATE_HOME ?? '';
    const inVolume = posix.join(posix.relative(VOLUME, kept), 'understudy/ca.pem');
    expect(example.environment).toEqual({ NODE_EXTRA_CA_CERTS: posix.join(place, inVolume) });
    expect(example.depends_on).toEqual({ understudy: { condition: 'service_healthy' } });
  });

  it('has an example that sends to nothing but the vendor’s name, and arrives', async () => {
    const state = await createFolder();
    const server = run('node', [BIN, 'start', '--port', '0', '--https-port', '0', '--json'], undefined, {
      XDG_STATE_HOME: state,
    });
    const { https_url = '', ca_file = '', control_url } = await server.line;
    const [command = '', ...words]: string[] = example.command;
    const here = fileURLToPath(new URL('tls/lead-vendor-here.cjs', import.meta.url));
    const program = run(command, ['--require', here, ...words], state, {
      NODE_EXTRA_CA_CERTS: ca_file,
      VENDOR_PORT: new URL(https_url).port,
    });
    expect([await program.ended, program.stdout(), program.stderr()]).toEqual([[0, null], '202\n', '']);
    const { items } = await (await fetch(`${control_url}/exchanges`)).json();
    expect(items).toMatchObject([{ host: 'push.userlist.com', operation: 'pushUser' }]);
    server.child.kill('SIGTERM');
    await server.ended;
  });
});

describe('The page on containers', () => {
  it('names variables and flags that there are', () => {
    const named = new Set(page.match(/UNDERSTUDY_[A-Z_]+/g));
    const told = ['UNDERSTUDY_URL'];
    expect([...named].filter((name) => !variables.includes(name) && !told.includes(name))).toEqual([]);
    const [, words = ''] = /behind the image's name: `understudy start (.*?)`/.exec(page) ?? [];
    expect(parseFlags(startFlags, words.split(' '), {}, '').options.strict).toBe(true);
  });

  it('runs the image with the port and the token that it asks the desk with', () => {
    const [docker = ''] = blocksOf('sh');
    expect(docker).toContain(`-p 127.0.0.1:${PORT}:${PORT} `);
    const [, given] = /UNDERSTUDY_CONTROL_TOKEN=(\S+)/.exec(docker) ?? [];
    expect(docker).toContain(`'Authorization: Bearer ${given}' http://127.0.0.1:${PORT}/_control/exchanges`);
  });

  it('names user, volume and health check of the image', () => {
    const [user] = lastOf(image, 'USER').text.split(':');
    expect(page).toContain(`It runs as user ${user} and listens at ${PORT} on every address`);
    expect(page).toContain(`\`${VOLUME}\` is a volume and the working directory`);
    expect(lastOf(image, 'HEALTHCHECK').flags.interval).toBe('3s');
    expect(page).toContain('asks `understudy ready` every three seconds');
  });

  it('has services for GitHub and GitLab at the port that the image listens at', () => {
    const yaml = blocksOf('yaml').map((text) => parse(text));
    const github = yaml.find((each) => each.services !== undefined)?.services.userlist;
    expect(github.ports).toEqual([`${PORT}:${PORT}`]);
    const gitlab = yaml.find((each) => each.test !== undefined)?.test;
    expect(gitlab.variables.USERLIST_PUSH_ENDPOINT).toBe(`http://${gitlab.services[0].alias}:${PORT}`);
    expect(variables).toEqual(expect.arrayContaining(Object.keys(github.env)));
  });
});
