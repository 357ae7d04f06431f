import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/run-command-line.ts';
import { createScriptedIo } from './scripted-io.ts';
import { useStarted } from './started.ts';
import { useTemporaryFolders } from './temporary-folder.ts';

const start = useStarted();
const createFolder = useTemporaryFolders();
const NAME = 'understudy.config.yaml';
const USER = { identifier: 'user-1' };

const inFolder = async (config: string, more: Record<string, string> = {}) => ({
  cwd: await createFolder({ [NAME]: config, ...more }),
});

/** What it says against a configuration, with the exit code. */
const refused = async (config: string, words: readonly string[] = []) => {
  const io = createScriptedIo(await inFolder(config));
  const code = await runCommandLine(['start', '--port', '0', ...words], io);
  return { code, said: io.said(), complained: io.complained(), listeners: io.listeners() };
};

describe('The configuration in the working directory', () => {
  it('is read, and the text says so', async () => {
    const io = createScriptedIo(await inFolder('push_keys: [mine]\nport: 0'));
    const code = runCommandLine(['start'], io);
    await io.untilSaid('Ctrl+C stops it.');
    expect(io.said()).toMatch(/^ {2}Push key {2}mine$/m);
    expect(io.said()).toMatch(/^ {2}Config {4}understudy\.config\.yaml$/m);
    io.stop('SIGINT');
    expect(await code).toBe(0);
  });

  it('gives way to one that is named', async () => {
    const folder = await inFolder('push_keys: [mine]', { 'other.json': '{"push_keys":["other"]}' });
    expect((await start(['--config', 'other.json'], folder)).line.push_key).toBe('other');
    expect((await start([], { ...folder, env: { UNDERSTUDY_CONFIG: 'other.json' } })).line.push_key).toBe(
      'other',
    );
  });

  it('counts after the environment, and that after flags', async () => {
    const folder = await inFolder('push_keys: [file]\nrate_limit: 1/60s\njson: false');
    const env = { UNDERSTUDY_PUSH_KEY: 'environment' };
    expect((await start([], folder)).line.push_key).toBe('file');
    expect((await start([], { ...folder, env })).line.push_key).toBe('environment');
    const { line, push } = await start(['--push-key', 'flag'], { ...folder, env });
    expect(line.push_key).toBe('flag');
    // What neither of them says is still the file's.
    const statuses = [await push('/users', USER), await push('/users', USER)].map(({ status }) => status);
    expect(statuses).toEqual([202, 429]);
  });

  it('counts after a flag that says what is the default anyway', async () => {
    const folder = await inFolder('rate_limit: 1/60s\nstrict: true');
    const { push } = await start(['--rate-limit', 'documented', '--strict=false'], folder);
    const statuses = [];
    for (const _ of [1, 2]) statuses.push((await push('/users', { ...USER, Plan: 1 })).status);
    expect(statuses).toEqual([202, 202]);
  });
});

describe('What a configuration says of accounts', () => {
  const CONFIG = `
settings: { features: { messages: false } }
seeds:
  users: [{ identifier: user-1, company: company-1 }]
  events: [{ name: Project Created, user: user-1 }]
faults: [{ operation: pushRelationship, effect: { status: 500 } }]
accounts:
  dev:
    settings: { rate_limit: 2/60s, rate_limit_headers: true }
  other:
    seeds: { companies: [{ identifier: company-2, name: Harbor Books }] }
    faults: [{ preset: outage, times: 1 }]
`;

  it('is there when it is ready', async () => {
    const { push, ask } = await start([], await inFolder(CONFIG));
    expect(await ask('/accounts/dev/users')).toMatchObject({ items: [{ identifier: 'user-1' }] });
    expect(await ask('/accounts/dev/events')).toMatchObject({ items: [{ name: 'project_created' }] });
    expect(await ask('/accounts/other/companies')).toMatchObject({ items: [{ name: 'Harbor Books' }] });
    expect(await ask('/accounts/dev')).toMatchObject({
      requests: 0,
      limiter: { used: 0, limit: 2 },
      settings: { features: { messages: false, companies: true }, rate_limit_headers: true },
    });
    expect(await ask('/exchanges')).toMatchObject({ items: [] });
    expect((await push('/messages', {}, 'anybody')).status).toBe(403);
    expect((await push('/relationships', { user: 'a', company: 'b' }, 'anybody')).status).toBe(500);
    expect((await push('/users', USER, 'dev')).headers.get('x-ratelimit-remaining')).toBe('1');
    const other = [await push('/users', USER, 'other'), await push('/users', USER, 'other')];
    expect(other.map(({ status }) => status)).toEqual([503, 202]);
  });

  it('seeds the first push key with what stands at the top', async () => {
    const { ask } = await start(
      [],
      await inFolder('push_keys: [one, two]\nseeds: { users: [{ identifier: u }] }'),
    );
    expect(await ask('/accounts/one/users')).toMatchObject({ items: [{ identifier: 'u' }] });
    expect(await ask('/accounts/two/users')).toMatchObject({ items: [] });
  });
});

describe('A timeline', () => {
  const OUTAGE =
    '- { at_ms: 60000, arm: { preset: outage }, for_ms: 30000 }\n- { at_ms: 120000, arm: { preset: rate-limit-storm } }';
  const statuses = async ({ push, ask }: Awaited<ReturnType<typeof start>>, advances: readonly number[]) => {
    await ask('/clock', { method: 'POST', body: '{"mode":"frozen"}' });
    const seen = [];
    for (const advance_ms of advances) {
      await ask('/clock', { method: 'POST', body: JSON.stringify({ advance_ms }) });
      seen.push((await push('/users', USER)).status);
    }
    return seen;
  };

  it.each([
    ['of its own file', ['--timeline', 'outage.yaml'], '', OUTAGE],
    ['of its own file, as the desk takes it', ['--timeline', 'outage.yaml'], '', `timeline:\n${OUTAGE}`],
    ['that the configuration names', [], 'timeline: outage.yaml', OUTAGE],
    ['in the configuration', [], `timeline:\n${OUTAGE}`, ''],
    [
      'that takes the place of that in the configuration',
      ['--timeline', 'outage.yaml'],
      'timeline: [{ at_ms: 1, arm: { effect: { status: 500 } } }]',
      OUTAGE,
    ],
  ])('%s arms and clears faults at its times', async (_, words, config, timeline) => {
    const started = await start(words, await inFolder(config, { 'outage.yaml': timeline }));
    expect(await statuses(started, [0, 60_000, 29_000, 2000, 30_000])).toEqual([202, 503, 503, 202, 429]);
  });

  it('may be for one account', async () => {
    const timeline = 'account: other\ntimeline: [{ at_ms: 0, arm: { preset: outage } }]';
    const { push } = await start(['--timeline', 't.yaml'], await inFolder('', { 't.yaml': timeline }));
    expect([(await push('/users', USER, 'other')).status, (await push('/users', USER)).status]).toEqual([
      503, 202,
    ]);
  });

  it('that cannot be meant ends with 2', async () => {
    const io = createScriptedIo(await inFolder('', { 't.yaml': 'timeline:\n  - at_ms: -1\n    clear: x\n' }));
    expect(await runCommandLine(['start', '--port', '0', '--timeline', 't.yaml'], io)).toBe(2);
    expect(io.complained()).toBe(
      't.yaml:2:12: This is -1; it has to be a whole number from 0 to 100000000000. (/timeline/0/at_ms)\n',
    );
  });
});

describe('A configuration that cannot be', () => {
  it.each([
    [
      'prot: 1',
      /^understudy\.config\.yaml:1:1: There is no "prot" here; did you mean "port"\? \(\/prot\)\n$/,
    ],
    [
      'seeds: { users: [{ identifier: ok }, { email: nobody }] }',
      /^understudy\.config\.yaml:1:38: The service would answer this with 422\. .*Email is invalid \(\/email\)\. \(\/seeds\/users\/1\)\n$/,
    ],
    [
      'settings: { features: { companies: false } }\nseeds: { companies: [{ identifier: c }] }',
      /^understudy\.config\.yaml:2:22: The service would answer this with 403\. .*companies.*\n$/,
    ],
    [
      'push_keys: [live_0123456789]\naccounts: { live_9876543210: {} }',
      /^understudy\.config\.yaml:2:30: This account is not let in: .* \(\/accounts\/••••3210\)\n$/,
    ],
    [
      'faults: [{ account: acct_0123456789ab, preset: slow }]',
      /^understudy\.config\.yaml:1:10: No account has this handle yet; name it by its push key\. \(\/faults\/0\)\n$/,
    ],
    [
      'timeline: [{ at_ms: 0, clear: x }]\nfaults: [{ timeline: [{ at_ms: 0, clear: x }] }]',
      /^understudy\.config\.yaml:1:11: There is another timeline for the same account; keep one of them\. \(\/timeline\)\n$/,
    ],
  ])('%j is told with its place and ends with 2', async (config, complaint) => {
    const { code, said, complained, listeners } = await refused(config);
    expect(complained).toMatch(complaint);
    expect({ code, said, listeners }).toEqual({ code: 2, said: '', listeners: 0 });
  });

  it('because it is not there ends with 2', async () => {
    expect(await refused('', ['--config', 'nowhere.yaml'])).toMatchObject({
      code: 2,
      complained: 'nowhere.yaml cannot be read: there is no such file. "understudy init" writes one.\n',
    });
  });
});

describe('While it is still seeding', () => {
  const CONFIG =
    'seeds: { users: [{ identifier: user-1 }] }\naccounts: { other: { seeds: { users: [{ identifier: user-2 }] } } }';

  /** A start that pauses behind the first account until it is let go. */
  const startSlowly = async () => {
    const io = createScriptedIo(await inFolder(CONFIG));
    const paused = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const sleep = (): Promise<void> => {
      paused.resolve();
      return go.promise;
    };
    const words = ['start', '--port', '0', '--json', '--log-level', 'debug'];
    const code = runCommandLine(words, { ...io, sleep });
    await paused.promise;
    const [url = ''] = /http:\S+(?=,)/.exec(io.complained()) ?? [];
    return { io, code, url, go: () => go.resolve() };
  };

  const push = (url: string) =>
    fetch(`${url}/users`, {
      method: 'POST',
      headers: { authorization: 'Push new' },
      body: '{"identifier":1}',
    });

  it('health is 503, pushes are 503, and ready says so', async () => {
    const { io, code, url, go } = await startSlowly();
    const health = await fetch(`${url}/_control/health`);
    expect([health.status, await health.json()]).toMatchObject([503, { status: 'starting' }]);
    const pushed = await push(url);
    expect([pushed.status, await pushed.json()]).toMatchObject([503, { code: 'service_unavailable' }]);
    const asking = createScriptedIo();
    expect(await runCommandLine(['ready', '--url', url], asking)).toBe(1);
    expect(asking.complained()).toBe(`Understudy at ${url} is still starting.\n`);
    expect(io.said()).toBe('');
    go();
    await io.untilSaid('\n');
    expect((await fetch(`${url}/_control/health`)).status).toBe(200);
    expect((await push(url)).status).toBe(202);
    const faults = await (await fetch(`${url}/_control/faults`)).json();
    expect(faults).toMatchObject({ items: [] });
    io.stop('SIGTERM');
    expect(await code).toBe(0);
  });

  it('SIGTERM ends it with 0, and what is left is not stored', async () => {
    const { io, code, url, go } = await startSlowly();
    const before = await (await fetch(`${url}/_control/accounts/other/users`)).json();
    expect(before).toMatchObject({ items: [] });
    io.stop('SIGTERM');
    go();
    expect(await code).toBe(0);
    await expect(fetch(`${url}/_control/health`)).rejects.toThrow();
    expect(io.listeners()).toBe(0);
  });
});

describe('The flags for refusals', () => {
  it('--strict answers 422 to what has a warning', async () => {
    const { push } = await start(['--strict']);
    const answer = await push('/users', { ...USER, Plan: 'pro' });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { errors: [expect.stringMatching(/plan/i)] },
    ]);
    expect((await push('/users', USER)).status).toBe(202);
  });

  it('--rate-limit-headers adds them to every answer', async () => {
    const { push } = await start(['--rate-limit-headers', '--rate-limit', '5/60s']);
    const { headers } = await push('/users', USER);
    expect([headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual(['5', '4']);
  });
});
