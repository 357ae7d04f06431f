import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { parseFlags } from '../src/parse-flags.ts';
import { runCommandLine } from '../src/run-command-line.ts';
import { toHttpsPort } from '../src/start/https-port.ts';
import { startFlags } from '../src/start/start-flags.ts';
import { createScriptedIo } from './scripted-io.ts';
import { BIN, run, type Spawned } from './spawned.ts';
import { useTemporaryFolders } from './temporary-folder.ts';

const createFolder = useTemporaryFolders();
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const own = (name: string): string => fileURLToPath(new URL(`tls/${name}`, import.meta.url));
const page = await readFile(new URL('../../docs/tls.md', import.meta.url), 'utf8');
const running: Spawned[] = [];

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
});

/** A stand-in in a process of its own that speaks HTTPS too. */
async function start(words: readonly string[] = [], state = '') {
  const folder = state === '' ? await createFolder() : state;
  const server = run('node', [BIN, 'start', '--port', '0', '--json', ...words], ROOT, {
    XDG_STATE_HOME: folder,
  });
  running.push(server);
  const line = await server.line;
  const { https_url: httpsUrl = '', ca_file: caFile = '' } = line;
  const port = new URL(httpsUrl === '' ? 'https://nowhere' : httpsUrl).port;
  const journal = async (): Promise<unknown[]> =>
    ((await (await fetch(`${line.control_url}/exchanges`)).json()) as { items: unknown[] }).items;
  return { ...server, ...line, folder, httpsUrl, caFile, port, journal };
}

/** Runs a program and resolves with what it said. */
async function said(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const { ended, stdout, stderr } = run('node', words, ROOT, env);
  const [code] = await ended;
  return code === 0 ? stdout() : stderr();
}

describe('understudy start --https-port 0', () => {
  it('says where it is and whom to trust, and a program of Node that trusts it gets through', async () => {
    const { url, httpsUrl, caFile, folder, journal } = await start(['--https-port', '0']);
    expect(httpsUrl).toMatch(/^https:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect(caFile).toBe(join(folder, 'understudy', 'ca.pem'));
    const [, program = ''] = /^```js\n(.*?)^```$/ms.exec(page) ?? [];
    const file = join(folder, 'push.mjs');
    await writeFile(file, program);
    const trusting = { NODE_EXTRA_CA_CERTS: caFile };
    expect(await said([file, httpsUrl], trusting)).toBe('202\n');
    expect(await said([file, httpsUrl.replace('127.0.0.1', 'localhost')], trusting)).toBe('202\n');
    expect(await said([file, httpsUrl.replace('127.0.0.1', '[::1]')], trusting)).toBe('202\n');
    expect(await said([file, httpsUrl], {})).toMatch(/UNABLE_TO_VERIFY_LEAF_SIGNATURE/);
    expect(await journal()).toHaveLength(3);
    expect((await fetch(`${url}/_control/health`)).status).toBe(200);
  });

  it('answers under the name of the vendor, and under any other', async () => {
    const { port, caFile } = await start(['--https-port', '0']);
    const ca = await readFile(caFile, 'utf8');
    const visits = [
      ['push.userlist.com', '/users', 202],
      ['push.userlist.com', '/posthog/users', 404],
      ['incoming.userlist.com', '/posthog/users', 202],
      ['incoming.userlist.com', '/users', 404],
      ['something.else.test', '/users', 202],
      ['something.else.test', '/posthog/users', 202],
    ] as const;
    for (const [host, path, status] of visits) {
      const servername = host.endsWith('.test') ? 'localhost' : host;
      const headers = { host, authorization: 'Push k' };
      const sent = request({
        host: '127.0.0.1',
        port,
        servername,
        ca,
        method: 'POST',
        path,
        headers,
      });
      sent.end('{"identifier":"user-1"}');
      const [answer] = await once(sent, 'response');
      expect([host, path, answer.statusCode]).toEqual([host, path, status]);
      await text(answer);
    }
  });

  it('serves the desk there too, also to a page of its own', async () => {
    const { httpsUrl, caFile } = await start(['--https-port', '0']);
    const ca = await readFile(caFile, 'utf8');
    const statuses = [];
    for (const origin of [httpsUrl, 'https://example.org']) {
      const sent = request(`${httpsUrl}/_control/accounts`, { ca, headers: { origin } });
      sent.end();
      const [answer] = await once(sent, 'response');
      statuses.push(answer.statusCode);
      await text(answer);
    }
    expect(statuses).toEqual([200, 403]);
  });

  it('is reached by the official client as it comes, by its own default address', async () => {
    const { port, caFile, journal } = await start(['--https-port', '0']);
    const answered = await said(['--require', own('lead-vendor-here.cjs'), own('use-official-client.mjs')], {
      NODE_EXTRA_CA_CERTS: caFile,
      VENDOR_PORT: port,
    });
    expect(answered).toBe('[202,202,202,202,202]\n');
    const entries = await journal();
    expect(entries).toHaveLength(5);
    for (const entry of entries)
      expect(entry).toMatchObject({
        host: 'push.userlist.com',
        request: { complete: true },
        answer: { status: 202 },
      });
  });

  it('shows the same certificate at the next start, and to others that start at once', async () => {
    const state = await createFolder();
    const all = await Promise.all([1, 2, 3].map(() => start(['--https-port', '0'], state)));
    const first = await readFile(join(state, 'understudy', 'ca.pem'), 'utf8');
    for (const { httpsUrl, caFile } of [...all, await start(['--https-port', '0'], state)]) {
      const sent = request(`${httpsUrl}/_control/health`, { ca: await readFile(caFile, 'utf8') });
      sent.end();
      const [answer] = await once(sent, 'response');
      expect(answer.statusCode).toBe(200);
      await text(answer);
    }
    expect(await readFile(join(state, 'understudy', 'ca.pem'), 'utf8')).toBe(first);
  });

  it('logs a handshake that fails where details are asked for, and journals nothing', async () => {
    const { httpsUrl, stderr, journal, child, ended } = await start([
      '--https-port',
      '0',
      '--log-level',
      'debug',
    ]);
    await expect(fetch(httpsUrl.replace('https', 'http'))).rejects.toThrow();
    expect(await journal()).toEqual([]);
    child.kill('SIGTERM');
    await ended;
    expect(stderr()).toMatch(
      /^A TLS handshake failed: the client speaks HTTP without TLS; its address should begin with http:\/\/ .*\.$/m,
    );
  });
});

describe('A start with HTTPS', () => {
  it('tells a person what to put where', async () => {
    const folder = await createFolder();
    const io = createScriptedIo({ env: { XDG_STATE_HOME: folder } });
    const code = runCommandLine(['start', '--port', '0', '--https'], io);
    await io.untilSaid('Ctrl+C stops it.');
    io.stop('SIGTERM');
    expect(await code).toBe(0);
    expect(io.said()).toMatch(/^ {12}https:\/\/127\.0\.0\.1:\d+$/m);
    const path = join(folder, 'understudy', 'ca.pem');
    expect(io.said()).toContain(`\n  NODE_EXTRA_CA_CERTS=${path}\n`);
    expect(io.said()).toContain(`\n  SSL_CERT_FILE=${path}\n`);
    expect(io.complained()).toBe('');
  });

  it('says that its port is in use, frees the other and ends with 2', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const io = createScriptedIo({ env: { XDG_STATE_HOME: await createFolder() } });
    expect(await runCommandLine(['start', '--port', '0', '--https-port', String(port)], io)).toBe(2);
    expect(io.complained()).toBe(
      `Port ${port} is in use. Stop what listens there or choose another with --https-port.\n`,
    );
    server.close();
  });

  it('says what to do where the certificate cannot be kept, and ends with 2', async () => {
    const folder = await createFolder({ taken: 'a file' });
    const io = createScriptedIo({ env: { XDG_STATE_HOME: join(folder, 'taken') } });
    expect(await runCommandLine(['start', '--port', '0', '--https'], io)).toBe(2);
    expect(io.complained()).toMatch(
      /^The certificate for HTTPS cannot be kept in .*; have \w+ name a folder.*\.\n$/,
    );
  });

  it('says what to do where there is no home folder to keep it in, and ends with 2', async () => {
    const { ended, stderr } = run('node', [BIN, 'start', '--port', '0', '--https'], ROOT, {
      XDG_STATE_HOME: '',
      LOCALAPPDATA: '',
      HOME: '',
      USERPROFILE: '',
    });
    expect(await ended).toEqual([2, null]);
    expect(stderr()).toMatch(
      /^There is no home folder in which to keep the certificate for HTTPS; have \w+ name/,
    );
  });

  it('may be wanted by a configuration', async () => {
    const cwd = await createFolder({ 'understudy.config.yaml': 'https: true\njson: true\n' });
    const io = createScriptedIo({ cwd, env: { XDG_STATE_HOME: await createFolder() } });
    const code = runCommandLine(['start', '--port', '0'], io);
    await io.untilSaid('\n');
    io.stop('SIGTERM');
    expect(await code).toBe(0);
    expect(JSON.parse(io.said())).toMatchObject({
      https_url: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      ca_file: expect.stringMatching(/ca\.pem$/),
    });
  });
});

describe('understudy exec --https', () => {
  it('gives a command of Node what it needs to get through', async () => {
    const folder = await createFolder();
    const [, program = ''] = /^```js\n(.*?)^```$/ms.exec(page) ?? [];
    const file = join(folder, 'push.mjs');
    await writeFile(file, program.replace('process.argv', '[, , process.env.UNDERSTUDY_HTTPS_URL]'));
    const words = [BIN, 'exec', '--https', '--', 'node', file];
    expect(await said(words, { XDG_STATE_HOME: folder, NODE_EXTRA_CA_CERTS: '' })).toBe('202\n');
  });
});

describe('The page on HTTPS', () => {
  it('shows commands that listen where it says', async () => {
    const [, block = ''] = /^```sh\n(.*?)^```$/ms.exec(page) ?? [];
    const commands = [...block.matchAll(/^npx understudy start (.*?) +#/gm)].map(([, words = '']) => words);
    const ports = commands.map((words) => {
      const { options } = parseFlags(startFlags, words.split(' '), {}, '');
      return [options.port, toHttpsPort(options)];
    });
    expect(ports).toEqual([
      [4010, 4433],
      [4010, 443],
      [0, 0],
    ]);
  });

  it('names the lines that start prints', () => {
    for (const name of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE']) expect(page).toContain(`\`${name}\``);
  });
});
