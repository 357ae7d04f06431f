import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommandLine } from '../src/run-command-line.ts';
import { createScriptedIo } from './scripted-io.ts';

/** Starts a stand-in; resolves with its address. */
async function start(...words: readonly string[]): Promise<string> {
  const io = createScriptedIo();
  const code = runCommandLine(['start', '--port', '0', '--json', ...words], io);
  onTestFinished(async () => {
    io.stop('SIGTERM');
    await code;
  });
  await Promise.race([io.untilSaid('\n'), code]);
  return JSON.parse(io.said()).url;
}

/** An event that says when it happened cannot happen twice, so it is a repetition however long this takes. */
async function push(url: string, key: string, user: string): Promise<void> {
  await fetch(`${url}/events`, {
    method: 'POST',
    headers: { authorization: `Push ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'paid', user, occurred_at: '2026-11-23T07:00:00Z' }),
  });
}

/** Runs `understudy conduct`. */
async function conduct(...words: readonly string[]) {
  const io = createScriptedIo();
  const code = await runCommandLine(['conduct', ...words], io);
  return { code, said: io.said(), complained: io.complained() };
}

describe('understudy conduct', () => {
  it('tells how the only client behaved, and ends with 0 unless it is to fail', async () => {
    const url = await start();
    await push(url, 'one', 'user-1');
    await push(url, 'one', 'user-1');
    const { code, said } = await conduct('--url', url);
    expect(code).toBe(0);
    expect(said).toMatch(/^acct_[0-9a-f]{12}: 2 exchanges, 1 item\n/);
    expect(said).toMatch(
      /\n {2}bad: duplicate-after-success, 1 ×\n {4}pushEvent, event "paid" of user "user-1": Sent again .* 202\./,
    );
  });

  it('ends with 1 on what it is to fail on', async () => {
    const url = await start();
    await push(url, 'one', 'user-1');
    await push(url, 'one', 'user-1');
    const failed = await conduct('--url', url, '--fail-on', 'lost,duplicate');
    expect(failed.code).toBe(1);
    expect(failed.said).toMatch(
      /\nFAILS acct_[0-9a-f]{12} duplicate-after-success: pushEvent, event "paid" of user "user-1": /,
    );
    const passed = await conduct('--url', url, '--fail-on', 'lost', '--fail-on', 'retry-after');
    expect(passed.code).toBe(0);
    expect(passed.said).toMatch(/\nPasses: no lost, no gave-up, no retry-after\.\n$/);
  });

  it('takes an account by key or handle, and wants one named when there are several', async () => {
    const url = await start();
    await push(url, 'key/with slash', 'user-1');
    await push(url, 'two', 'user-2');
    const one = await conduct('--url', url, '--account', 'key/with slash', '--json');
    const { accounts } = JSON.parse(one.said);
    expect([one.code, accounts]).toMatchObject([0, [{ exchanges: 1, findings: [] }]]);
    const [{ account }] = accounts;
    expect((await conduct('--url', url, '--account', account, '--json')).said).toBe(one.said);
    const all = await conduct('--url', url, '--all', '--json');
    expect(JSON.parse(all.said).accounts).toHaveLength(2);
    const none = await conduct('--url', url);
    expect([none.code, none.said]).toEqual([2, '']);
    expect(none.complained).toMatch(
      /^2 accounts have sent something: acct_\w+, acct_\w+\. Name one with --account, or take --all\.\n$/,
    );
  });

  it('fails on nothing when nothing arrived only if it is asked to judge', async () => {
    const url = await start();
    expect(await conduct('--url', url)).toEqual({
      code: 0,
      said: 'No account has sent anything.\n',
      complained: '',
    });
    expect(await conduct('--url', url, '--account', 'other', '--fail-on', 'lost')).toMatchObject({
      code: 1,
      said: expect.stringMatching(
        /\nFAILS acct_\w+: No request arrived, so that there is nothing to judge\.\n$/,
      ),
    });
  });

  it('writes reports', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-conduct-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const url = await start();
    await push(url, 'one', 'user-1');
    const [xml, json] = [join(folder, 'conduct.xml'), join(folder, 'conduct.json')];
    expect((await conduct('--url', url, '--report', `junit=${xml}`, '--report', `json=${json}`)).code).toBe(
      0,
    );
    expect(await readFile(xml, 'utf8')).toContain(
      'name="retry-after: sent before a Retry-After had passed"/>',
    );
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ passed: true });
    expect(await conduct('--url', url, '--report', `json=${folder}`)).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/^The report cannot be written to /),
    });
  });

  it('shows the token that the desk wants', async () => {
    const url = await start('--control-token', 'secret-of-the-desk');
    await push(url, 'one', 'user-1');
    expect((await conduct('--url', url, '--control-token', 'secret-of-the-desk')).code).toBe(0);
    const { code, complained } = await conduct('--url', url);
    expect(code).toBe(2);
    expect(complained).toMatch(/^The stand-in at .* says: .* Give it with --control-token\.\n$/);
  });

  it('says in one sentence what keeps it from telling', async () => {
    const server = createServer((_, response) => response.end('<html>')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const stranger = `http://127.0.0.1:${port}`;
    expect(await conduct('--url', stranger)).toEqual({
      code: 2,
      said: '',
      complained: `Something other than Understudy answers at ${stranger}, with 200.\n`,
    });
    server.close();
    await once(server, 'close');
    expect(await conduct('--url', stranger)).toMatchObject({
      code: 2,
      complained: `Nothing answers at ${stranger} (ECONNREFUSED); is "understudy start" running?\n`,
    });
    const strict = await start('--push-key', 'one');
    expect(await conduct('--url', strict, '--account', 'two')).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/^The stand-in at .* says: This is neither a key nor the handle /),
    });
  });

  it.each([
    [['--fail-on', 'retries'], /^There is no kind of finding "retries"; .*\n$/],
    [['--fail-on', ' , '], /^--fail-on is empty; name kinds of findings such as .*\n$/],
    [['--report', 'html=a'], /^--report is "html=a"; write a format, .*\n$/],
    [['--account', 'a', '--all'], /^Give one of --account and --all, not both\.\n$/],
  ])('%j is misuse', async (words, complaint) => {
    expect(await conduct(...words)).toEqual({
      code: 2,
      said: '',
      complained: expect.stringMatching(complaint),
    });
  });
});
