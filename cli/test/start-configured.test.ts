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
