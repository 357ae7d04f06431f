import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeWithTool } from '../../test/tool.ts';
import { BIN, run, type Spawned } from './spawned.ts';

const page = await readFile(new URL('../../docs/tls.md', import.meta.url), 'utf8');

/** Programs that push a user to the URL that they are given. */
const PROGRAMS = {
  node: [
    '--input-type=module',
    '--eval',
    `const headers = { authorization: 'Push k', 'content-type': 'application/json' };
     await fetch(process.argv[1] + '/users', { method: 'POST', headers, body: '{"identifier":"ann"}' });`,
  ],
  ruby: [
    '-rnet/http',
    '-e',
    `Net::HTTP.post(URI(ARGV[0] + '/users'), '{"identifier":"ann"}', 'Authorization' => 'Push k', 'Content-Type' => 'application/json')`,
  ],
  python3: [
    '-c',
    `import sys, urllib.request
headers = {'Authorization': 'Push k', 'Content-Type': 'application/json'}
urllib.request.urlopen(urllib.request.Request(sys.argv[1] + '/users', b'{"identifier":"ann"}', headers))`,
  ],
  php: [
    '-r',
    `$headers = ['Authorization: Push k', 'Content-Type: application/json'];
     $http = ['method' => 'POST', 'header' => $headers, 'content' => '{"identifier":"ann"}'];
     exit(@file_get_contents($argv[1] . '/users', false, stream_context_create(['http' => $http])) === '' ? 0 : 1);`,
  ],
} as const;

let state = '';
let server: Spawned;
let url = '';
let caFile = '';
let controlUrl = '';

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'understudy-tools-'));
  const words = [BIN, 'start', '--port', '0', '--https-port', '0', '--json', '--log-level', 'debug'];
  server = run('node', words, undefined, { XDG_STATE_HOME: state });
  const line = await server.line;
  url = line.https_url ?? '';
  caFile = line.ca_file ?? '';
  controlUrl = line.control_url;
});
afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  await rm(state, { recursive: true });
});
beforeEach(async () => {
  await fetch(`${controlUrl}/reset`, { method: 'POST' });
});

/** Runs a program that has nothing of our environment but where programs are; resolves with its exit code. */
function runTool(
  path: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const own = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? tmpdir() };
  return new Promise((resolve) => {
    execFile(path, words, { env: { ...own, ...env } }, (error) => resolve(Number(error?.code ?? 0)));
  });
}

type Arrived = { readonly host: string; readonly answer: { readonly status: number } };

/** Of what has arrived, the host and the status. */
async function listArrived(): Promise<[string, number][]> {
  const answer = await fetch(`${controlUrl}/exchanges`);
  const { items } = (await answer.json()) as { items: Arrived[] };
  return items.map(({ host, answer }) => [host, answer.status]);
}

async function expectTrust(
  path: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  host = new URL(url).host,
): Promise<void> {
  expect(await runTool(path, words, env)).toBe(0);
  expect(await listArrived()).toEqual([[host, 202]]);
}

async function expectDistrust(path: string, words: readonly string[]): Promise<void> {
  expect(await runTool(path, words, {})).not.toBe(0);
  expect(await listArrived()).toEqual([]);
}

describe('Node', () => {
  it('trusts what NODE_EXTRA_CA_CERTS names', async () => {
    await expectTrust(process.execPath, [...PROGRAMS.node, url], { NODE_EXTRA_CA_CERTS: caFile });
  });

  it('does not trust the stand-in by itself', async () => {
    await expectDistrust(process.execPath, [...PROGRAMS.node, url]);
  });
});

describeWithTool('curl', 'curl', (path) => {
  const words = (...more: string[]) => [
    '-sS',
    '-d',
    '{"identifier":"ann"}',
    '-H',
    'Authorization: Push k',
    '-H',
    'Content-Type: application/json',
    ...more,
  ];

  it.each(['CURL_CA_BUNDLE', 'SSL_CERT_FILE'])('trusts what %s names', async (name) => {
    await expectTrust(path, words(`${url}/users`), { [name]: caFile });
  });

  it('trusts the stand-in under the name of the vendor', async () => {
    const { port } = new URL(url);
    const there = `push.userlist.com:${port}`;
    const led = words('--resolve', `${there}:127.0.0.1`, `https://${there}/users`);
    await expectTrust(path, led, { CURL_CA_BUNDLE: caFile }, there);
  });

  it('does not trust the stand-in by itself, and the log says what to do', async () => {
    await expectDistrust(path, words(`${url}/users`));
    expect(server.stderr()).toMatch(
      /^A TLS handshake failed: the client does not trust the stand-in; have it trust the file that/m,
    );
  });
});

describeWithTool('Python', 'python3', (path) => {
  it('trusts what SSL_CERT_FILE names', async () => {
    await expectTrust(path, [...PROGRAMS.python3, url], { SSL_CERT_FILE: caFile });
  });

  it('does not trust the stand-in by itself', async () => {
    await expectDistrust(path, [...PROGRAMS.python3, url]);
  });
});

describeWithTool('Ruby', 'ruby', (path) => {
  it('trusts what SSL_CERT_FILE names', async () => {
    await expectTrust(path, [...PROGRAMS.ruby, url], { SSL_CERT_FILE: caFile });
  });

  it('does not trust the stand-in by itself', async () => {
    await expectDistrust(path, [...PROGRAMS.ruby, url]);
  });
});

describeWithTool('PHP', 'php', (path) => {
  it('trusts what openssl.cafile names, or SSL_CERT_FILE', async () => {
    await expectTrust(path, ['-d', `openssl.cafile=${caFile}`, ...PROGRAMS.php, url], {});
    await fetch(`${controlUrl}/reset`, { method: 'POST' });
    await expectTrust(path, [...PROGRAMS.php, url], { SSL_CERT_FILE: caFile });
  });

  it('does not trust the stand-in by itself', async () => {
    await expectDistrust(path, [...PROGRAMS.php, url]);
  });
});

it('the page on HTTPS names all that these trust', () => {
  for (const name of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CURL_CA_BUNDLE', 'openssl.cafile'])
    expect(page).toContain(`\`${name}\``);
});
