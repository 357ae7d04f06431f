import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exec } from '../src/exec/exec.ts';
import { execCommand, execFlags } from '../src/exec/exec-command.ts';
import type { RunChild } from '../src/exec/run-child.ts';
import { parseFlags } from '../src/parse-flags.ts';
import { createScriptedIo, type Script } from './scripted-io.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a command does in the place of a process: its requests, and the code it ends with. */
type Played = (env: Environment) => Promise<number>;

async function play(words: readonly string[], played: Played, script: Script = {}) {
  const io = createScriptedIo(script);
  const { options, given } = parseFlags(execFlags, words, io.env, '');
  const runChild: RunChild = async (_command, env) => ({ kind: 'ended', exitCode: await played(env) });
  const placeIntercept = async () => ({ file: '/intercept.cjs', remove: async () => {} });
  const tools = { runChild, placeIntercept };
  const code = await exec({ options, given, command: ['command'] }, io, tools);
  return { code, said: io.said(), complained: io.complained() };
}

async function push(env: Environment, user: string, key = env.USERLIST_PUSH_KEY): Promise<number> {
  const { status } = await fetch(`${env.USERLIST_PUSH_ENDPOINT}/users`, {
    method: 'POST',
    headers: { authorization: `Push ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: user, Plan: 'pro' }),
  });
  return status;
}

/** An event that says when it happened cannot happen twice, so it is a repetition however long this takes. */
async function pushEvent(env: Environment, user: string, key = env.USERLIST_PUSH_KEY): Promise<void> {
  await fetch(`${env.USERLIST_PUSH_ENDPOINT}/events`, {
    method: 'POST',
    headers: { authorization: `Push ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'paid', user, occurred_at: '2026-11-23T07:00:00Z', Plan: 'pro' }),
  });
}

const twice: Played = async (env) => {
  await pushEvent(env, 'user-1');
  await pushEvent(env, 'user-1');
  return 0;
};

describe('The command', () => {
  it('finds a stand-in, its key and its desk in the environment, beside what was there', async () => {
    let seen: Environment = {};
    await play(
      [],
      async (env) => {
        seen = env;
        const health = await fetch(`${env.UNDERSTUDY_URL}/_control/health`);
        expect(health.status).toBe(200);
        return (await push(env, 'user-1')) === 202 ? 0 : 1;
      },
      { env: { HOME: '/home/ada' } },
    );
    expect(seen).toEqual({
      HOME: '/home/ada',
      USERLIST_PUSH_ENDPOINT: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      USERLIST_PUSH_KEY: 'dev',
      UNDERSTUDY_URL: seen.USERLIST_PUSH_ENDPOINT,
    });
    await expect(fetch(`${seen.UNDERSTUDY_URL}/_control/health`)).rejects.toThrow();
  });

  it('is told where the module is that intercepts it, and that is removed only when it has ended', async () => {
    const io = createScriptedIo({ env: { NODE_OPTIONS: '--no-warnings' } });
    const { options, given } = parseFlags(execFlags, ['--intercept'], io.env, '');
    const events: unknown[] = [];
    await exec({ options, given, command: ['command'] }, io, {
      placeIntercept: async () => ({
        file: '/a b.cjs',
        remove: async () => void events.push('removed'),
      }),
      runChild: async (_command, env) => {
        events.push(env.NODE_OPTIONS);
        return { kind: 'ended', exitCode: 0 };
      },
    });
    expect(events).toEqual(['--no-warnings --require "/a b.cjs"', 'removed']);
  });

  it('finds the first of configured keys, and the token that the desk wants', async () => {
    await play(['--push-key', 'one', '--push-key', 'two', '--control-token', 'secret'], async (env) => {
      expect([env.USERLIST_PUSH_KEY, env.UNDERSTUDY_CONTROL_TOKEN]).toEqual(['one', 'secret']);
      expect(await push(env, 'user-1')).toBe(202);
      expect(await push(env, 'user-1', 'three')).toBe(401);
      return 0;
    });
  });

  it('meets the limit and the strictness that were asked for', async () => {
    await play(['--rate-limit', '1/60s', '--rate-limit-headers', '--strict'], async (env) => {
      expect(await push(env, 'user-1')).toBe(422);
      expect(await push(env, 'user-1')).toBe(429);
      return 0;
    });
  });
});

describe('The summary', () => {
  it('says that retries were not tried where nothing was refused', async () => {
    const { complained } = await play([], async (env) => ((await push(env, 'user-1')) === 202 ? 0 : 1));
    expect(complained.split('\n')).toContain('  No refusal came, so retries were not tried.');
  });

  it('says what arrived, what was refused, what was probably not meant, and how the client behaved', async () => {
    const { said, complained } = await play(['--rate-limit', '2/60s'], async (env) => {
      await push(env, 'user-1');
      await push(env, 'user-2');
      await push(env, 'user-3');
      await push(env, 'user-1', 'undefined');
      await fetch(`${env.USERLIST_PUSH_ENDPOINT}/nowhere`);
      return 0;
    });
    expect(said).toBe('');
    expect(complained.split('\n')).toEqual([
      '5 requests arrived.',
      '  pushUser: 202 × 2, 429 × 1, 401 × 1',
      '  unknown path: 404 × 1',
      '  Refused: 429 too_many_requests × 1, 401 unauthorized × 1, 404 not_found × 1',
      '  Diagnostics: renamed-key (info) × 4, unknown-attribute (warning) × 4',
      expect.stringMatching(/^acct_\w+: 3 exchanges, 3 items$/),
      '  Retry-After came 1 ×, was kept 0 × and broken 0 ×; 1 under way at once at most.',
      '  bad: gave-up, 1 ×',
      expect.stringMatching(/^ {4}pushUser, user "user-3": It was answered 429 and was never sent again; /),
      '',
    ]);
  });

  it('is one JSON object as the last line of standard output if that is wanted', async () => {
    const { code, said, complained } = await play(['--json', '--fail-on', 'duplicate'], twice);
    expect([code, complained]).toEqual([1, '']);
    expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toMatchObject({
      exit_code: 1,
      command_exit_code: 0,
      requests: 2,
      arrived: [{ operation: 'pushEvent', status: 202, delivered: 'full', requests: 2 }],
      refused: [],
      diagnostics: [
        { code: 'renamed-key', level: 'info', requests: 2 },
        { code: 'unknown-attribute', level: 'warning', requests: 2 },
      ],
      conduct: { passed: false, hits: [{ kind: 'duplicate-after-success' }], accounts: [{ exchanges: 2 }] },
    });
  });

  it('tells what was cut from what was delivered', async () => {
    const { complained } = await play([], async (env) => {
      const cut = { times: 1, effect: { hang_up: 'after' } };
      await fetch(`${env.UNDERSTUDY_URL}/_control/faults`, { method: 'POST', body: JSON.stringify(cut) });
      await push(env, 'user-1').catch(() => 0);
      return (await push(env, 'user-2')) === 202 ? 0 : 1;
    });
    expect(complained).toMatch(/^2 requests arrived\.\n {2}pushUser: 202 not delivered × 1, 202 × 1\n/);
  });

  it('tells of every account, and prints nothing of a terminal’s controls', async () => {
    const { complained } = await play([], async (env) => {
      for (const key of ['one', 'two'])
        for (let time = 0; time < 2; time += 1) await pushEvent(env, '\u001b[2J\n\u202e', key);
      return 0;
    });
    expect(complained.match(/^acct_/gm)).toHaveLength(2);
    expect(complained).toMatch(/user "\\u001b\[2J\\n\\u202e"/);
  });

  it('has no line a request in it, unless a log is asked for', async () => {
    const quiet = await play([], twice, { isTerminal: true });
    expect(quiet.complained).toMatch(/^2 requests arrived\.\n/);
    const talking = await play(['--log-level', 'info'], twice);
    expect(talking.complained.match(/ POST \/events → pushEvent {2}202/g)).toHaveLength(2);
  });
});

describe('The exit code', () => {
  it('is that of the command', async () => {
    expect((await play([], async () => 0)).code).toBe(0);
    expect((await play([], async () => 7)).code).toBe(7);
  });

  it('is 1 where the command ends well and a finding was to fail', async () => {
    expect((await play(['--fail-on', 'duplicate'], twice)).code).toBe(1);
    expect((await play(['--fail-on', 'lost'], twice)).code).toBe(0);
    expect((await play([], twice)).code).toBe(0);
  });

  it('is that of a command that fails, whatever was found', async () => {
    const failing: Played = async (env) => (await twice(env)) + 3;
    expect((await play(['--fail-on', 'duplicate'], failing)).code).toBe(3);
  });

  it('is 1 when a command that is judged sent nothing here', async () => {
    const { code, complained } = await play(['--fail-on', 'lost'], async () => 0);
    expect(code).toBe(1);
    expect(complained).toMatch(
      /^Nothing arrived at http:\/\/127(?:.*\n)+No account has sent anything\.\nFAILS: No request arrived, so that there is nothing to judge\.\n$/,
    );
  });

  it('is 2 when a report cannot be written, unless the command failed', async () => {
    const report = ['--report', 'json=no/such/folder/a.json'];
    expect(await play(report, twice)).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/\nThe report cannot be written to no\/such\/folder\/a\.json: .*\n$/),
    });
    expect((await play(report, async () => 5)).code).toBe(5);
  });

  it('is what says that the command was not run, and then there is no summary', async () => {
    const io = createScriptedIo();
    const { options, given } = parseFlags(execFlags, [], io.env, '');
    const runChild: RunChild = async () => ({ kind: 'not-run', exitCode: 127, message: 'There is none.' });
    const placeIntercept = () => expect.fail();
    expect(await exec({ options, given, command: ['none'] }, io, { runChild, placeIntercept })).toBe(127);
    expect([io.said(), io.complained()]).toEqual(['', 'There is none.\n']);
  });
});

describe('A report', () => {
  it('is written when the command has ended', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-exec-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'conduct.xml');
    expect((await play(['--fail-on', 'duplicate', '--report', `junit=${file}`], twice)).code).toBe(1);
    const xml = await readFile(file, 'utf8');
    expect(xml.match(/<failure message="[^"]+"/g)).toHaveLength(1);
  });
});

describe('Reports that cannot be', () => {
  const refuse = () => expect.fail('Nothing is to be run.');

  it.each([
    [['json=a.json', 'text=./a.json'], 'would take the place of --report json=a.json; give each a file'],
    [['json=-'], '--report is "json=-", and reports go to files alone; name one'],
  ])('%j are refused before the command is run', async (texts, sentence) => {
    const words = texts.flatMap((text) => ['--report', text]);
    await expect(play(words, refuse)).rejects.toThrow(sentence);
  });
});

describe('Misuse', () => {
  it.each([
    [[], 'There is no command to run; write it behind two dashes: understudy exec -- npm test.'],
    [['--'], 'There is no command to run; write it behind two dashes: understudy exec -- npm test.'],
    [['npm', 'test'], 'Write the command behind two dashes: understudy exec -- npm test; where'],
    [['--intercept', '--push-key', 'k', 'npm', 'test'], 'or npm exec -- understudy exec -- npm test.'],
    [['npm', '--version'], 'Write the command behind two dashes: understudy exec -- npm --version; where'],
    [['--fail', 'lost', '--', 'npm'], 'There is no flag --fail; did you mean --fail-on?'],
    [['--fail-on', 'loss', '--', 'npm'], 'There is no kind of finding "loss"; did you mean lost?'],
  ])('%j is said in one sentence', async (words, sentence) => {
    await expect(execCommand.invoke(words, createScriptedIo())).rejects.toThrow(sentence);
  });
});
