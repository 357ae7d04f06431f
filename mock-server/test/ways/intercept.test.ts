import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, type UserlistEngine } from '../../src/index.ts';
import { DOOR, runIntercepted as run, runNode } from './run-intercepted.ts';

const ON = 'understudy: requests to push.userlist.com and incoming.userlist.com go to ';

const HTTPS_URL = 'https://127.0.0.1:4433';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function serve(): Promise<{ engine: UserlistEngine; url: string }> {
  const engine = createUserlistEngine();
  const front = createFastifyFront({ engine });
  onTestFinished(() => front.close(0));
  return { engine, url: (await front.listen({ port: 0, host: '127.0.0.1' })).url };
}

describe('the intercept door', () => {
  it('takes every way to send to either host, and tells the stand-in which was meant', async () => {
    const { engine, url } = await serve();
    for (const host of ['push.userlist.com', 'incoming.userlist.com']) {
      engine.reset(['journal']);
      const { out } = await run([here('every-way.ts'), host], { UNDERSTUDY_URL: url });
      const seen: Record<string, string> = JSON.parse(out);
      expect(seen['fetch(text)']).toBe(`404 https://${host}/fetch-text`);
      expect(Object.entries(seen).filter(([, what]) => !what.startsWith('404'))).toEqual([]);
      const hosts = [...engine.journal.entries()].map((entry) => entry.host.toLowerCase());
      expect(hosts).toHaveLength(Object.keys(seen).length);
      expect(new Set(hosts)).toEqual(new Set([host, `${host}.`]));
    }
  });

  it('leaves every other host alone', async () => {
    const { engine, url } = await serve();
    const { out } = await run([here('every-way.ts'), 'userlist.invalid'], { UNDERSTUDY_URL: url });
    const seen: Record<string, string> = JSON.parse(out);
    expect(seen['https, looked up before']).toBe('ECONNREFUSED');
    delete seen['https, looked up before'];
    expect(new Set(Object.values(seen))).toEqual(new Set(['ENOTFOUND']));
    expect([...engine.journal.entries()]).toEqual([]);
  });

  it('leaves a plain connection elsewhere alone, whatever host its request names', async () => {
    const { engine, url } = await serve();
    const elsewhere = await serve();
    const program = `
      const { get } = await import('node:http');
      get('${elsewhere.url}/users', { headers: { host: 'push.userlist.com' } }, (response) => response.resume());`;
    await run(['--input-type=module', '--eval', program], { UNDERSTUDY_URL: url });
    expect([engine, elsewhere.engine].map(({ journal }) => [...journal.entries()].length)).toEqual([0, 1]);
  });

  it('has all that may be asked of a connection over TLS asked without an error', async () => {
    const { url } = await serve();
    const program = `
      const tls = require('node:tls');
      const socket = tls.connect(443, 'push.userlist.com').on('secureConnect', () => {
        const all = Object.entries(Object.getOwnPropertyDescriptors(tls.TLSSocket.prototype));
        const asked = all.filter(([name, { value }]) => !/^(_|constructor)/.test(name) && typeof value === 'function');
        console.log(asked.length > 20, asked.filter(([name]) => typeof socket[name] !== 'function').map(([name]) => name));
        socket.destroy();
      });`;
    const { out } = await run(['--eval', program], { UNDERSTUDY_URL: url });
    expect(out).toBe('true []\n');
  });

  it('leaves TLS that a program speaks itself to fail here', async () => {
    const { url } = await serve();
    const program = `
      const tls = require('node:tls');
      const socket = require('node:net').connect(443, 'push.userlist.com');
      new tls.TLSSocket(socket).on('error', ({ code }) => console.log(code)).write('GET / HTTP/1.1');`;
    const { out } = await run(['--eval', program], { UNDERSTUDY_URL: url });
    expect(out).toBe('EPROTO\n');
  });

  it('has a stand-in of its own when it is told of none, which keeps no process alive', async () => {
    const program = `
      const headers = { authorization: 'Push k', 'content-type': 'application/json' };
      const post = { method: 'POST', headers, body: '{"identifier":"ann"}' };
      const { status } = await fetch('https://push.userlist.com/users', post);
      const exchanges = await fetch('https://push.userlist.com/_control/exchanges');
      console.log(status, (await exchanges.json()).items.map(({ door, host }) => door + ' ' + host));`;
    const { code, out, told } = await run(['--input-type=module', '--eval', program]);
    expect([code, out]).toEqual([0, "202 [ 'intercept push.userlist.com' ]\n"]);
    expect(told).toMatch(new RegExp(`^${ON}a stand-in within this process, http://127.0.0.1:\\d+\\n$`));
  });

  it.each([
    ['that of the stand-in', (url: string) => url, 'https://push.userlist.com'],
    ['that of the stand-in by another name', toLocalhost, 'https://push.userlist.com'],
    ['that of the stand-in over TLS', () => HTTPS_URL, 'https://push.userlist.com'],
    ['another', () => 'http://127.0.0.1:1', 'http://127.0.0.1:1'],
    ['none at all', () => '', ''],
  ])('mends USERLIST_PUSH_ENDPOINT if it is %s', async (_what, toEndpoint, expected) => {
    const { url } = await serve();
    const env = {
      UNDERSTUDY_URL: url,
      UNDERSTUDY_HTTPS_URL: HTTPS_URL,
      USERLIST_PUSH_ENDPOINT: toEndpoint(url),
    };
    const { out } = await run(['--print', 'process.env.USERLIST_PUSH_ENDPOINT'], env);
    expect(out).toBe(`${expected}\n`);
  });

  it.each([
    ['127.0.0.1', (url: string) => url],
    ['localhost', toLocalhost],
  ])(
    'has the official client reach it that was given its address at %s in code',
    async (_name, toEndpoint) => {
      const { engine, url } = await serve();
      const program = `
      import Userlist from '@userlist/push';
      const userlist = new Userlist({ pushKey: 'k', pushEndpoint: '${toEndpoint(url)}' });
      const response = await userlist.users.push({ identifier: 'ann' });
      response.resume();
      console.log(response.statusCode);`;
      const { out } = await run(['--input-type=module', '--eval', program], { UNDERSTUDY_URL: url });
      expect(out).toBe('202\n');
      expect([...engine.journal.entries()].map(({ operation }) => operation)).toEqual(['pushUser']);
    },
  );

  it('is on once, whoever loads it again: the process, its children and its workers', async () => {
    const { engine, url } = await serve();
    const program = `
      await import(import.meta.resolve('${DOOR}') + '?a-second-copy');
      const { execFileSync } = await import('node:child_process');
      const { Worker } = await import('node:worker_threads');
      const send = "fetch('https://push.userlist.com/')";
      execFileSync(process.execPath, ['--eval', send], { stdio: 'inherit' });
      new Worker(send, { eval: true });
      await fetch('https://push.userlist.com/');`;
    const words = ['--import', DOOR, '--input-type=module', '--eval', program];
    const { code, told } = await run(words, { UNDERSTUDY_URL: url, NODE_OPTIONS: `--import ${DOOR}` });
    expect([code, told]).toEqual([0, `${ON}${url}\n`]);
    expect([...engine.journal.entries()]).toHaveLength(3);
  });

  it.each([
    ['https://127.0.0.1:4010', 'https://127.0.0.1:4010', 'since what is led there needs no TLS any more'],
    ['127.0.0.1:4010', '127.0.0.1:4010', 'such as http://127.0.0.1:4010'],
    ['http://', 'http://', 'such as http://127.0.0.1:4010'],
    ['ftp://ann:secret@stand-in/', 'ftp://stand-in/', 'such as http://127.0.0.1:4010'],
  ])(
    'says in one sentence what to do when UNDERSTUDY_URL is %s, and ends with 2',
    async (given, shown, what) => {
      const { code, out, told } = await run(['--eval', 'console.log(1)'], { UNDERSTUDY_URL: given });
      expect([code, out]).toEqual([2, '']);
      expect(told).toMatch(/^understudy: UNDERSTUDY_URL is "[^"]*"; give the http URL of [^\n]*\.\n$/);
      expect(told).toContain(`"${shown}"`);
      expect(told).toContain(`, ${what}, or leave it out`);
    },
  );

  it('says what to do when the command has led a process here that is not told where to', async () => {
    const { code, out, told } = await runNode(['--require', `${DOOR}/preload`, '--eval', 'console.log(1)']);
    expect([code, out, told]).toEqual([
      2,
      '',
      'understudy: UNDERSTUDY_URL is not set, though NODE_OPTIONS has this process led there; have whatever starts it pass on both.\n',
    ]);
  });

  it('shows no name and password of UNDERSTUDY_URL', async () => {
    const { url } = await serve();
    const { told } = await run(['--eval', '1'], { UNDERSTUDY_URL: url.replace('//', '//ann:secret@') });
    expect(told).toBe(`${ON}${url}\n`);
  });

  it('fails as on a broken network when the stand-in is not there', async () => {
    const program = "fetch('https://push.userlist.com/').catch((error) => console.log(error.cause.code))";
    const { out } = await run(['--eval', program], { UNDERSTUDY_URL: 'http://127.0.0.1:1' });
    expect(out).toBe('ECONNREFUSED\n');
  });
});

function toLocalhost(url: string): string {
  return url.replace('127.0.0.1', 'localhost');
}
