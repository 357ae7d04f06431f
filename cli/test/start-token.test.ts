import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/run-command-line.ts';
import { createScriptedIo } from './scripted-io.ts';
import { useStarted } from './started.ts';

const start = useStarted();

/** Asks with a Host of one's choice, which fetch does not let one have. */
const statusAt = (url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asking.on('error', reject).end();
  });

describe('A stand-in that other machines can reach', () => {
  it('makes a token for its desk, and every start another', async () => {
    const [one, other] = [await start(['--host', '0.0.0.0']), await start(['--host', '0.0.0.0'])];
    expect(one.line.control_token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(other.line.control_token).not.toBe(one.line.control_token);
    expect(one.line.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(one.io.complained()).toBe('');
  });

  it('has neither the token nor a key in its log', async () => {
    const { line, io, push } = await start(['--host', '0.0.0.0', '--log-level', 'debug']);
    const token = line.control_token ?? '';
    expect((await push(`/${token}`, {}, 'live_0123456789')).status).toBe(404);
    expect((await push('/live_0123456789', {}, 'live_0123456789')).status).toBe(404);
    expect((await push('/users', { identifier: 'u', live_0123456789: 1 }, 'live_0123456789')).status).toBe(
      202,
    );
    expect(io.complained()).toContain('  POST /••••6789  404');
    expect(io.complained()).not.toContain(token);
    expect(io.complained()).not.toContain('live_');
  });

  it('lets in who shows the token, under whatever name it is asked', async () => {
    const { line, push } = await start(['--host', '0.0.0.0']);
    const host = 'understudy.ci.test:4010';
    const accounts = `${line.control_url}/accounts`;
    const authorization = `Bearer ${line.control_token}`;
    expect(await statusAt(accounts, { host })).toBe(401);
    expect(await statusAt(accounts, {})).toBe(401);
    expect(await statusAt(accounts, { host, authorization: 'Bearer another' })).toBe(401);
    expect(await statusAt(accounts, { host, authorization })).toBe(200);
    // As a container's health check asks, and as an application pushes.
    expect(await statusAt(`${line.control_url}/health`, { host })).toBe(200);
    expect((await push('/users', { identifier: 'user-1' })).status).toBe(202);
  });

  it('takes a token that is given, and tells a person how to show it', async () => {
    const io = createScriptedIo({ env: { UNDERSTUDY_CONTROL_TOKEN: 'my-own' } });
    const code = runCommandLine(['start', '--port', '0', '--host', '0.0.0.0'], io);
    await io.untilSaid('Ctrl+C stops it.');
    expect(io.said()).toMatch(/^ {12}with -H 'Authorization: Bearer my-own'$/m);
    io.stop('SIGTERM');
    expect(await code).toBe(0);
  });
});

describe('A stand-in on the loopback', () => {
  it('wants no token, but a name that is its own or allowed', async () => {
    const { line } = await start(['--allowed-host', 'understudy.test', '--allowed-host', 'ci.test:4010']);
    expect(line).not.toHaveProperty('control_token');
    const accounts = `${line.control_url}/accounts`;
    for (const [host, status] of Object.entries({
      localhost: 200,
      'understudy.test:1234': 200,
      'ci.test:4010': 200,
      'ci.test:4011': 403,
      'evil.test': 403,
    }))
      expect(await statusAt(accounts, { host }), host).toBe(status);
  });

  it('wants the token that it is given', async () => {
    const { line, ask } = await start(['--control-token', 'my-own']);
    expect(line.control_token).toBe('my-own');
    expect(await statusAt(`${line.control_url}/accounts`, {})).toBe(401);
    expect(await ask('/accounts')).toMatchObject({ items: [] });
  });

  it.each([
    [['--control-token', 'a b'], /^--control-token holds a token that no header can carry; .*\n$/],
    [['--control-token', ''], /^--control-token is empty; .*\n$/],
    [
      ['--allowed-host', 'http://ci.test'],
      /^--allowed-host is "http:\/\/ci\.test"; write a host such as .*\n$/,
    ],
  ])('%j is one sentence and ends with 2', async (words, complaint) => {
    const io = createScriptedIo();
    expect(await runCommandLine(['start', '--port', '0', ...words], io)).toBe(2);
    expect(io.complained()).toMatch(complaint);
    expect(io.complained()).not.toContain('a b');
  });
});
