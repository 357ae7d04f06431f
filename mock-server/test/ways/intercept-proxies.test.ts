import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, type UserlistEngine } from '../../src/index.ts';
import { runIntercepted } from './run-intercepted.ts';

const PROGRAM = fileURLToPath(new URL('intercept-proxies.ts', import.meta.url));
const STOPPED = 'ERR_UNDERSTUDY_INTERCEPT';

async function serve(): Promise<{ engine: UserlistEngine; url: string }> {
  const engine = createUserlistEngine();
  const front = createFastifyFront({ engine });
  onTestFinished(() => front.close(0));
  return { engine, url: (await front.listen({ port: 0, host: '127.0.0.1' })).url };
}

/** A proxy that passes nothing on; it answers everything with the same, and keeps the first that it was told. */
async function openProxy(): Promise<{ url: string; heard: string[] }> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', (head) => {
      heard.push(head.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

describe('a proxy that the program names itself', () => {
  it.each(['push.userlist.com', 'INCOMING.userlist.com'])(
    'is not asked for %s, and the program and its user are told',
    async (host) => {
      const { engine, url } = await serve();
      const proxy = await openProxy();
      const { out, told } = await runIntercepted([PROGRAM, host, '443'], {
        UNDERSTUDY_URL: url,
        PROXY: proxy.url,
      });
      const seen: Record<string, string> = JSON.parse(out);
      expect(new Set(Object.values(seen))).toEqual(new Set([STOPPED]));
      expect(proxy.heard.filter((line) => /userlist/i.test(line))).toEqual([]);
      expect(engine.journal.size).toBe(0);
      const [, ...lines] = told.trimEnd().split('\n');
      expect(lines).toEqual([
        expect.stringMatching(
          new RegExp(
            `^understudy: stopped a connection to ${host.toLowerCase()} by way of (?:the proxy at ${new URL(proxy.url).host}|a proxy), which would have reached the real service; have NO_PROXY name ${host.toLowerCase()} when the program begins, or give the program no proxy\\.$`,
          ),
        ),
      ]);
    },
  );

  it('is asked for any other host as ever', async () => {
    const { url } = await serve();
    const proxy = await openProxy();
    const env = { UNDERSTUDY_URL: url, PROXY: proxy.url };
    const { out, told } = await runIntercepted([PROGRAM, 'userlist.invalid', '443'], env);
    const seen: Record<string, string> = JSON.parse(out);
    expect(Object.values(seen)).not.toContain(STOPPED);
    expect(proxy.heard.filter((line) => line.includes('userlist.invalid:443'))).toHaveLength(5);
    expect(told.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('a proxy of the environment', () => {
  const SEND = `
    const https = require('node:https'), http = require('node:http');
    const { fetch: other, EnvHttpProxyAgent } = require('undici');
    const show = (error) => String(error.cause?.code ?? error.code ?? error);
    const get = (module, url) => new Promise((resolve) => {
      module.get(url, (response) => { response.resume(); resolve(response.statusCode); }).on('error', (error) => resolve(show(error)));
    });
    (async () => {
      const seen = {
        fetch: await fetch('https://push.userlist.com/').then(({ status }) => status, show),
        https: await get(https, 'https://push.userlist.com/'),
        http: await get(http, 'http://push.userlist.com/'),
        undici: await other('https://push.userlist.com/', { dispatcher: new EnvHttpProxyAgent() }).then(({ status }) => status, show),
        elsewhere: await get(http, 'http://userlist.invalid/'),
      };
      console.log(JSON.stringify(seen));
      process.exit();
    })();`;

  it('is passed by, and asked for other hosts as ever', async () => {
    const { engine, url } = await serve();
    const proxy = await openProxy();
    const { out } = await runIntercepted(['--eval', SEND], {
      UNDERSTUDY_URL: url,
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: proxy.url,
      HTTPS_PROXY: proxy.url,
    });
    // Node has read the variables for plain HTTP before the door can.
    expect(JSON.parse(out)).toEqual({ fetch: 404, https: 404, http: STOPPED, undici: 404, elsewhere: 502 });
    expect(engine.journal.size).toBe(3);
    expect(proxy.heard).toEqual(['GET http://userlist.invalid/ HTTP/1.1']);
  });

  it('is passed by altogether where NO_PROXY says so from the start', async () => {
    const { engine, url } = await serve();
    const proxy = await openProxy();
    const { out } = await runIntercepted(['--eval', SEND], {
      UNDERSTUDY_URL: url,
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: proxy.url,
      HTTPS_PROXY: proxy.url,
      NO_PROXY: 'push.userlist.com',
    });
    expect(JSON.parse(out)).toEqual({ fetch: 404, https: 404, http: 404, undici: 404, elsewhere: 502 });
    expect(engine.journal.size).toBe(4);
    expect(proxy.heard).toEqual(['GET http://userlist.invalid/ HTTP/1.1']);
  });
});

describe('HTTP/2', () => {
  it('is refused where a program takes nothing else, and else HTTP/1.1 is spoken', async () => {
    const { engine, url } = await serve();
    const program = `
      const { connect } = await import('node:http2');
      const { Agent, request } = await import('undici');
      const session = connect('https://push.userlist.com');
      const why = await new Promise((resolve) => session.on('error', resolve));
      const { statusCode } = await request('https://push.userlist.com/', { dispatcher: new Agent({ allowH2: true }) });
      console.log(why.code, statusCode);
      process.exit();`;
    const { out, told } = await runIntercepted(['--input-type=module', '--eval', program], {
      UNDERSTUDY_URL: url,
    });
    expect(out).toBe(`${STOPPED} 404\n`);
    expect(told.split('\n')[1]).toBe(
      'understudy: stopped a connection to push.userlist.com for HTTP/2, which the stand-in does not speak; have the program use HTTP/1.1.',
    );
    expect([...engine.journal.entries()].map(({ status }) => status)).toEqual([404]);
  });
});
