import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTemporaryFolders } from '../../test/temporary-folder.ts';
import { startFlags } from '../start/start-flags.ts';
import { type Configured, configure } from './configure.ts';

const createFolder = useTemporaryFolders();
const FILE = 'a.yaml';

const read = async (text: string, more: Record<string, string> = {}) => {
  const folder = await createFolder({ [FILE]: text, ...more });
  const configured = await configure(FILE, folder, startFlags);
  expect(configured).not.toBe(null);
  return configured as Configured<typeof startFlags>;
};

/** The lines of what is said against a file. */
const told = async (text: string | Uint8Array, more: Record<string, string> = {}): Promise<string[]> => {
  const folder = await createFolder({ [FILE]: text, ...more });
  const error: unknown = await configure(FILE, folder, startFlags).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'UsageError' });
  return (error as Error).message.split('\n');
};

describe('A configuration file', () => {
  it.each(['', '# nothing yet\n', '{}', 'null', 'push_keys:\n#  - dev\n'])(
    'may say nothing: %j',
    async (text) => {
      const { options, preparation } = await read(text);
      expect(options).toEqual({});
      expect(preparation).toEqual({
        defaults: { features: null, lists: {} },
        settings: [],
        seeds: [],
        faults: [],
        timelines: [],
      });
    },
  );

  it('sets flags, each by its own name', async () => {
    const { options } = await read(
      'port: 0\nhost: 0.0.0.0\npush_keys: [a, b]\nrate_limit: tiny\nrate_limit_headers: true\nstrict: false\ncontrol_token: t\nallowed_hosts: [ci.test]\nlog_level: debug\njson: true\n',
    );
    expect(options).toEqual({
      port: 0,
      host: '0.0.0.0',
      'push-key': ['a', 'b'],
      'rate-limit': 'tiny',
      'rate-limit-headers': true,
      strict: false,
      'control-token': 't',
      'allowed-host': ['ci.test'],
      'log-level': 'debug',
      json: true,
    });
  });

  it('names files as seen from its own folder', async () => {
    const folder = await createFolder({ 'conf/a.yaml': 'timeline: times/outage.yaml' });
    const here = await configure('conf/a.yaml', folder, startFlags);
    expect(here?.options.timeline).toBe(join('conf', 'times', 'outage.yaml'));
    const elsewhere = await configure(join(folder, 'conf/a.yaml'), '/', startFlags);
    expect(elsewhere?.options.timeline).toBe(join(folder, 'conf', 'times', 'outage.yaml'));
  });

  it('is read as JSON too, tabs included', async () => {
    const { options } = await read('{\n\t"port": 0\n}\n');
    expect(options).toEqual({ port: 0 });
  });

  it('says what accounts have', async () => {
    const { preparation } = await read(`
settings: { features: { messages: false }, topics: [news] }
faults:
  - preset: slow
  - { account: other, effect: { status: 500 } }
timeline: [{ at_ms: 5, clear: '*' }]
seeds: { events: [{ name: e, user: u }], users: [{ identifier: u }] }
accounts:
  dev:
    settings: { rate_limit: tiny, rate_limit_headers: true, senders: null }
    seeds: { companies: [{ identifier: c }] }
    faults: [{ preset: flaky }]
  other:
`);
    const { defaults, settings, seeds, faults, timelines } = preparation;
    expect(defaults).toEqual({ features: { messages: false }, lists: { topics: ['news'] } });
    expect(settings.map(({ account, change }) => [account, change])).toEqual([
      ['dev', { rateLimit: 'tiny', rateHeaders: true, lists: { senders: null } }],
      ['other', { lists: {} }],
    ]);
    expect(seeds.map(({ account, operation, payload }) => [account, operation, payload])).toEqual([
      [null, 'pushUser', { identifier: 'u' }],
      [null, 'pushEvent', { name: 'e', user: 'u' }],
      ['dev', 'pushCompany', { identifier: 'c' }],
    ]);
    expect(faults.map(({ account, definition: { name, effect } }) => [account, name, effect.status])).toEqual(
      [
        [null, 'slow', undefined],
        ['other', undefined, 500],
        ['dev', 'flaky', 503],
      ],
    );
    expect(timelines.map(({ account, steps }) => [account, steps])).toEqual([
      [null, [{ atMs: 5, clear: null }]],
    ]);
  });

  it('takes the timeline of an account from a file of its own', async () => {
    const { preparation } = await read('accounts: { dev: { timeline: t/dev.yaml } }', {
      't/dev.yaml': '- { at_ms: 5, arm: { preset: outage } }',
    });
    expect(preparation.timelines.map(({ account, steps }) => [account, steps.length])).toEqual([['dev', 1]]);
  });

  it('that is not there is none', async () => {
    expect(await configure(FILE, await createFolder(), startFlags)).toBe(null);
  });
});

describe('A mistake in a configuration file', () => {
  it.each([
    ['port: 0\nprot: 1', 'a.yaml:2:1: There is no "prot" here; did you mean "port"? (/prot)'],
    ['port: [', /^a\.yaml:1:8: This cannot be read as YAML\. /],
    ['port: 1\nport: 2', 'a.yaml:2:1: This name stands here for the second time; keep one of them.'],
    ['rate_limit: fast', /^a\.yaml:1:13: "fast" is no rate limit; use .* \(\/rate_limit\)$/],
    [
      'push_keys:\n  - ok\n  - "no "',
      /^a\.yaml:3:5: push_keys holds a key that no header can carry; .* \(\/push_keys\/1\)$/,
    ],
    [
      'control_token: a b',
      /^a\.yaml:1:16: control_token holds a token that no header can carry; .* \(\/control_token\)$/,
    ],
    [
      'allowed_hosts: [http://ci.test]',
      'a.yaml:1:17: allowed_hosts is "http://ci.test"; write a host such as understudy.test or 10.0.0.7:4010. (/allowed_hosts/0)',
    ],
    [
      'accounts:\n  live_0123456789:\n    settings: { rate_limit: 0/1s }',
      /^a\.yaml:3:29: "0\/1s" is no rate limit; .* \(\/accounts\/••••6789\/settings\/rate_limit\)$/,
    ],
    [
      'accounts:\n  " dev": {}',
      /^a\.yaml:2:3: This holds a key that no header can carry; .* \(\/accounts\/••••\)$/,
    ],
    [
      'faults:\n  - operation: pushUsr\n    preset: slow',
      'a.yaml:2:16: There is no operation "pushUsr"; did you mean "pushUser"? (/faults/0/operation)',
    ],
    [
      'timeline:\n  - at_ms: 0\n    arm: { preset: slow, operation: pushUsr }',
      'a.yaml:3:37: There is no operation "pushUsr"; did you mean "pushUser"? (/timeline/0/arm/operation)',
    ],
    [
      'faults: [{ effect: { status: 503, hang_up: after } }]',
      /^a\.yaml:1:44: .* \(\/faults\/0\/effect\/hang_up\)$/,
    ],
    [
      'accounts: { dev: { timeline: [{ at_ms: 0, for_ms: 5, clear: x }] } }',
      /^a\.yaml:1:51: .* \(\/accounts\/••••\/timeline\/0\/for_ms\)$/,
    ],
  ])('in %j is told with its place', async (text, line) => {
    expect(await told(text)).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
  });

  it('is told with all others, in the order of the file', async () => {
    const lines = await told('strict: 1\nport: 1\naccounts: { dev: { seed: {} } }\nlog_level: loud\n');
    expect(lines.map((line) => line.split(':', 2).join(':'))).toEqual(['a.yaml:1', 'a.yaml:3', 'a.yaml:4']);
  });

  it('is told twenty times at most', async () => {
    const lines = await told(Array.from({ length: 50 }, (_, index) => `x${index}: 1`).join('\n'));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('… and 30 more of the kind.');
  });

  it('is not looked for any more after a hundred', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `x${index}: 1`).join('\n');
    expect((await told(names)).at(-1)).toBe('… and more than 80 more of the kind.');
  });

  it.each([
    ['unknown names', (index: number) => `x${index}: 1`, 'port: 0\n'],
    ['names that no key may have', (index: number) => `  "k${index} ": {}`, 'accounts:\n'],
    ['repeated names', (index: number) => `a${index >> 1}: 1`, ''],
  ])('is told at once among 60,000 %s', { timeout: 10_000 }, async (_what, toLine, head) => {
    const lines = await told(head + Array.from({ length: 60_000 }, (_, index) => toLine(index)).join('\n'));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('… and more than 80 more of the kind.');
  });

  it('cannot colour a terminal', async () => {
    const [line] = await told('"\\e[31mred": 1');
    expect(line).toMatch(/^a\.yaml:1:1: There is no "\\u001b\[31mred" here; /);
  });

  it('in a timeline of its own is told with the name of that file', async () => {
    const [line] = await told('accounts: { dev: { timeline: t.yaml } }', {
      't.yaml': '- at_ms: 0\n  arm: { preset: outag }',
    });
    expect(line).toMatch(/^t\.yaml:2:18: This is "outag"; did you mean "outage"\? \(\/0\/arm\/preset\)$/);
  });

  it('about a timeline that is not there names it', async () => {
    expect(await told('accounts: { dev: { timeline: t.yaml } }')).toEqual([
      't.yaml cannot be read: there is no such file.',
    ]);
  });
});

describe('A file that cannot be a configuration', () => {
  it('because it is too large is not read to its end', async () => {
    expect(await told(`# ${'x'.repeat(2 * 1024 * 1024)}`)).toEqual([
      'a.yaml has more than 2 MiB; send what it is to store with "understudy send" instead.',
    ]);
  });

  it('because it is no text is told', async () => {
    expect(await told(new Uint8Array([0xff, 0xfe, 0x00]))).toEqual([
      'a.yaml is no text in UTF-8; save it as such.',
    ]);
  });

  it.skipIf(process.platform === 'win32')('because it is a pipe is not waited for', async () => {
    const folder = await createFolder();
    execFileSync('mkfifo', [join(folder, FILE)]);
    await expect(configure(FILE, folder, startFlags)).rejects.toThrow(
      'a.yaml cannot be read: it is no regular file; name one, or /dev/stdin for standard input.',
    );
  });

  it.skipIf(process.platform === 'win32')('may come from a shell that puts a pipe in its place', async () => {
    const configured = await configure('/dev/null', '/', startFlags);
    expect(configured?.options).toEqual({});
    const url = new URL('./configure.ts', import.meta.url).href;
    const script = `const { configure } = await import('${url}');
      const { startFlags } = await import('${new URL('../start/start-flags.ts', import.meta.url).href}');
      console.log(JSON.stringify((await configure('/dev/stdin', '/', startFlags)).options));`;
    const node = ['--input-type=module', '-e', script];
    // What a shell makes of a pipe, where Node alone would take a socket.
    const said = execFileSync('sh', ['-c', 'echo "port: 0" | "$0" "$@"', process.execPath, ...node], {
      encoding: 'utf8',
    });
    expect(said).toBe('{"port":0}\n');
  });

  it('because it is a folder is told', async () => {
    const folder = await createFolder({ 'a.yaml/inside': '' });
    await expect(configure(FILE, folder, startFlags)).rejects.toThrow(
      'a.yaml cannot be read: it is a folder.',
    );
  });
});
