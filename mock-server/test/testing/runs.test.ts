import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Run, runVitest } from './run-vitest.ts';

const runWith = (configuration: string): Promise<Run> =>
  runVitest(['--config', `runs/${configuration}.config.ts`], import.meta.dirname);

const NOTHING: Run = { code: null, tests: {}, files: {}, told: '' };

const toPattern = (...lines: readonly RegExp[]): RegExp =>
  new RegExp(lines.map(({ source }) => source).join('\\n {2}'));

const TEN = [
  'an outage that ends',
  'a limit that asks to come back at once',
  'a page where an answer should be',
  'a connection that is closed before',
  'a connection that is closed after',
  'an answer that never comes',
  'an answer that is no HTTP',
  'answers that come late and out of order',
  'a minute until the outage',
  'some users only',
];

describe('The example for Vitest', () => {
  it('passes, with one stand-in for its files', async () => {
    const folder = fileURLToPath(new URL('../../../examples/vitest', import.meta.url));
    const { code, tests, told } = await runVitest([], folder);
    expect({ code, told, failed: Object.values(tests).filter((text) => text !== '') }).toEqual({
      code: 0,
      told: '',
      failed: [],
    });
    expect(Object.keys(tests)).toEqual(expect.arrayContaining(TEN.map((name) => `Ten at once ${name}`)));
    expect(Object.keys(tests)).toHaveLength(13);
  });
});

describe('With one stand-in for all workers', () => {
  let { code, tests, files }: Run = NOTHING;

  beforeAll(async () => {
    ({ code, tests, files } = await runWith('shared'));
  });

  it('ten tests at once, each with an account and faults of its own, pass a hundred times in a row', () => {
    const found = Object.entries(tests).filter(([name]) => name.startsWith('A hundred times in a row: '));
    expect(found).toEqual(TEN.map((name) => [`A hundred times in a row: Ten at once ${name}`, '']));
    expect(tests['Each of the ten had a hundred accounts']).toBe('');
  });

  it.each<[string, RegExp]>([
    [
      'that leaves a request in flight',
      /LeftoverError: ex_\d+ \(pushUser 503, fault "silence"\) was still in flight when the test ended/,
    ],
    [
      'that expects what did not come',
      toPattern(
        /ExpectationError: At least 1 exchange with operation pushUser and body .* there is none\./,
        /Instead came: 1 × pushUser 202\.\n[\s\S]*/,
        /Closest is ex_\d+ \(pushUser 202\): \/body\/properties\/plan is "trial", not "pro"\./,
        / {2}at .*failing\.case\.ts/,
      ),
    ],
    [
      'that has another view of what came',
      /Closest is ex_\d+ \(pushUser 202\): \/body\/properties\/plan is "trial", not "pro"\.\n[\s\S]*failing\.case\.ts/,
    ],
    [
      'that says what may not have come',
      /No exchange with operation pushUser of acct_\w+ was expected, but there is 1: ex_\d+ \(pushUser 202\)\./,
    ],
    [
      'that counts wrong',
      /Exactly 2 exchanges with operation pushUser of acct_\w+ were expected, but there is 1\./,
    ],
  ])('a test fails %s', (name, text) => {
    expect(tests[`A test ${name}`]).toMatch(text);
  });

  it('a test that arms a fault in vain fails only where it is asked for', () => {
    expect(tests['A test that arms in vain']).toBe('');
    expect(tests['Where faults have to fire, a test that arms in vain']).toContain(
      'LeftoverError: The fault "outage" was armed and never fired: no request matched it.',
    );
  });

  it('a file fails when requests come for a test that is over', () => {
    expect(tests['goes on after its end']).toBe('');
    expect(files['late.case.ts']).toMatch(
      /^1 request came after the end of "goes on after its end": ex_\d+ \(pushUser 202\)\./,
    );
  });

  it('nothing else fails', () => {
    expect(Object.values(tests).filter((text) => text !== '')).toHaveLength(6);
    expect(Object.values(files).filter((text) => text !== '')).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('it is started with the options of a set-up of one’s own', async () => {
    const run = await runWith('tiny');
    expect([run.code, run.tests]).toEqual([0, { 'has the options of the set-up': '' }]);
  });

  it('the run fails on a crash that nobody told', async () => {
    const run = await runWith('broken');
    expect(Object.values(run.tests)).toEqual(['']);
    expect(run.told).toMatch(/LeftoverError: The stand-in failed on ex_0000000001 .*a bug of ours/);
    expect(run.code).toBe(1);
  });
});

describe('With a stand-in in every worker', () => {
  let { tests, files }: Run = NOTHING;

  beforeAll(async () => {
    ({ tests, files } = await runWith('own'));
  });

  it('a test has it started with options', () => {
    expect(tests['has a stand-in of its own, with its options']).toBe('');
  });

  it('a test is told that a stand-in for all tests has no push keys of its own', () => {
    expect(tests['is told that its stand-in cannot have keys']).toMatch(
      /UsageError: userlistOptions cannot have pushKeys, since every test has a key of its own/,
    );
  });

  it('a test fails on a crash', () => {
    expect(tests['meets a crash']).toMatch(/LeftoverError: The stand-in failed on ex_\d+ .*a bug of ours/);
  });

  it('a file fails on a crash that no test told', () => {
    expect(tests['meets a crash in an account that is not its own']).toBe('');
    expect(files['elsewhere.case.ts']).toMatch(/^The stand-in failed on ex_\d+ .*a bug of ours/);
  });
});
