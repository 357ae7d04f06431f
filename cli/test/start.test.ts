import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/run-command-line.ts';
import { createScriptedIo, type Script, type ScriptedIo } from './scripted-io.ts';

type StartLine = { url: string; push_key: string; control_url: string; pid: number };
type Started = { io: ScriptedIo; line: StartLine; code: Promise<number> };

const running: Started[] = [];

const start = async (words: readonly string[] = [], script: Script = {}): Promise<Started> => {
  const io = createScriptedIo(script);
  const code = runCommandLine(['start', '--port', '0', '--json', ...words], io);
  await Promise.race([io.untilSaid('\n'), code]);
  const line: StartLine = JSON.parse(io.said());
  const started = { io, line, code };
  running.push(started);
  return started;
};

const push = (url: string, key: string, body = '{"identifier":"user-1"}'): Promise<Response> =>
  fetch(`${url}/users`, {
    method: 'POST',
    headers: { authorization: `Push ${key}`, 'content-type': 'application/json' },
    body,
  });

/** A request that sends all but the last byte of its body. */
const halfAPush = async (url: string): Promise<Socket> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /users HTTP/1.1\r\nHost: localhost\r\nAuthorization: Push dev\r\nContent-Length: 2\r\n\r\n{',
  );
  return socket;
};

afterEach(async () => {
  for (const { io, code } of running.splice(0)) {
    io.stop('SIGTERM');
    await code;
  }
});

describe('understudy start', () => {
  it('serves the Push API and the desk, and says where', async () => {
    const { line } = await start();
    expect(line).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      push_key: 'dev',
      control_url: `${line.url}/_control`,
      pid: 4321,
    });
    expect((await push(line.url, line.push_key)).status).toBe(202);
    const users = await (await fetch(`${line.control_url}/accounts/${line.push_key}/users`)).json();
    expect(users).toMatchObject({ items: [{ identifier: 'user-1' }], next: null });
    const health = await fetch(`${line.control_url}/health`);
    expect([health.status, await health.json()]).toMatchObject([200, { status: 'ok' }]);
  });

  it('answers at 127.0.0.1 and at localhost', async () => {
    const { line } = await start();
    const { port } = new URL(line.url);
    for (const host of ['127.0.0.1', 'localhost']) {
      expect((await push(`http://${host}:${port}`, 'dev')).status).toBe(202);
    }
  });

  it('lets in configured keys only and shows the first', async () => {
    const { line } = await start(['--push-key', 'one', '--push-key', 'two']);
    expect(line.push_key).toBe('one');
    const statuses = await Promise.all(
      ['one', 'two', 'dev'].map(async (key) => (await push(line.url, key)).status),
    );
    expect(statuses).toEqual([202, 202, 401]);
  });

  it('takes its flags from the environment too', async () => {
    const { line } = await start([], {
      env: { UNDERSTUDY_PUSH_KEY: 'one,two', UNDERSTUDY_RATE_LIMIT: '1/60s', UNDERSTUDY_PORT: '1' },
    });
    const statuses = [];
    for (let count = 0; count < 2; count += 1) statuses.push((await push(line.url, 'two')).status);
    expect(statuses).toEqual([202, 429]);
  });

  it('tells a person what to paste', async () => {
    const io = createScriptedIo({ isTerminal: true });
    const code = runCommandLine(['start', '--port', '0'], io);
    await io.untilSaid('Ctrl+C stops it.');
    expect(io.said()).toMatch(/^ {2}curl -i http:\/\/127\.0\.0\.1:\d+\/users -H 'Authorization: Push dev'/m);
    expect(io.complained()).toBe('');
    io.stop('SIGINT');
    expect(await code).toBe(0);
  });
});

describe('The flags for refusals', () => {
  it('--strict answers 422 to what has a warning', async () => {
    const { line } = await start(['--strict']);
    const answer = await push(line.url, 'dev', '{"identifier":"user-1","Plan":"pro"}');
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { errors: [expect.stringMatching(/plan/i)] },
    ]);
    expect((await push(line.url, 'dev')).status).toBe(202);
  });

  it('--rate-limit-headers adds them to every answer', async () => {
    const { line } = await start(['--rate-limit-headers', '--rate-limit', '5/60s']);
    const { headers } = await push(line.url, 'dev');
    expect([headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual(['5', '4']);
  });
});

describe('The log', () => {
  it('has a line a request on a terminal', async () => {
    const { io, line, code } = await start([], { isTerminal: true, env: { NO_COLOR: '1' } });
    await push(line.url, 'dev');
    await push(line.url, 'dev', '{"Identifier":"user-2"');
    await fetch(`${line.url}/nowhere`, { headers: { authorization: 'Push dev' } });
    io.stop('SIGTERM');
    await code;
    const at = String.raw`\d\d:\d\d:\d\d\.\d{3}Z  acct_[0-9a-f]{12}`;
    expect(io.complained()).toMatch(
      new RegExp(
        `^${at}  POST /users → pushUser  202\n${at}  POST /users → pushUser  400  .+\n${at}  GET /nowhere  404  .+\n$`,
      ),
    );
  });

  it('has none elsewhere unless it is asked for', async () => {
    const quiet = await start();
    await push(quiet.line.url, 'dev');
    const talking = await start(['--log-level', 'info']);
    await push(talking.line.url, 'dev');
    for (const { io } of [quiet, talking]) io.stop('SIGTERM');
    await Promise.all([quiet.code, talking.code]);
    expect(quiet.io.complained()).toBe('');
    expect(talking.io.complained()).toMatch(/ 202\n$/);
    expect(talking.io.said().trim().split('\n')).toHaveLength(1);
  });
});

describe('Stopping', () => {
  it.each(['SIGINT', 'SIGTERM', 'orphaned'] as const)(
    'on %s ends with 0 and frees the port',
    async (reason) => {
      const { io, line, code } = await start();
      await push(line.url, 'dev');
      io.stop(reason);
      expect(await code).toBe(0);
      await expect(push(line.url, 'dev')).rejects.toThrow();
      expect(io.listeners()).toBe(0);
    },
  );

  it('may be asked for before it listens', async () => {
    const io = createScriptedIo();
    const code = runCommandLine(['start', '--port', '0', '--json'], {
      ...io,
      onStop(listener) {
        queueMicrotask(() => listener('SIGTERM'));
        return io.onStop(listener);
      },
    });
    expect(await code).toBe(0);
    await expect(fetch(JSON.parse(io.said()).url)).rejects.toThrow();
  });

  it('lets what is in flight finish', async () => {
    const { io, line, code } = await start();
    const socket = await halfAPush(line.url);
    await push(line.url, 'dev');
    io.stop('SIGTERM');
    socket.write('}');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 422 /);
    expect(await code).toBe(0);
  });

  it('cuts what does not finish', async () => {
    const { io, line, code } = await start();
    const socket = await halfAPush(line.url);
    const closed = once(socket, 'close');
    await push(line.url, 'dev');
    io.stop('SIGTERM');
    expect(await code).toBe(0);
    await closed;
  });

  it('does not wait when it is told twice', async () => {
    const { io, line, code } = await start();
    const socket = await halfAPush(line.url);
    await push(line.url, 'dev');
    io.stop('SIGINT');
    io.pass(600);
    io.stop('SIGINT');
    expect(await code).toBe(130);
    socket.destroy();
  });
});

describe('A start that cannot be', () => {
  it('says that the port is in use and ends with 2', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const io = createScriptedIo();
    expect(await runCommandLine(['start', '--port', String(port)], io)).toBe(2);
    expect(io.complained()).toBe(
      `Port ${port} is in use. Stop what listens there or choose another with --port.\n`,
    );
    expect(io.said()).toBe('');
    expect(io.listeners()).toBe(0);
    server.close();
  });

  it.each([
    [['--rate-limit', 'fast'], /^"fast" is no rate limit; use .*\n$/],
    [['--host', '203.0.113.7'], /^This machine has no address "203\.0\.113\.7"\. .*\n$/],
    [['--push-key', 'a b '], /^--push-key holds a key that no header can carry; .*\n$/],
  ])('%j is one sentence and ends with 2', async (words, complaint) => {
    const io = createScriptedIo();
    expect(await runCommandLine(['start', '--port', '0', ...words], io)).toBe(2);
    expect(io.complained()).toMatch(complaint);
    expect(io.said()).toBe('');
  });
});
