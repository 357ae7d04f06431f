import { describe, expect, it } from 'vitest';
import { toConductJson } from './render-json.ts';
import { renderConductJUnit } from './render-junit.ts';
import { renderConductText } from './render-text.ts';
import { type Conduct, conductKinds, type Finding, rules } from './rules.ts';
import { decodeFailOn, toVerdict } from './verdict.ts';

const nothing: Conduct = {
  account: 'acct_000000000001',
  complete: true,
  exchanges: 3,
  under_way: 0,
  items: 2,
  summary: Object.fromEntries(conductKinds.map((kind) => [kind, 0])),
  findings: [],
  findings_dropped: 0,
  retry_after: { asked: 0, kept: 0, broken: 0, most_early_ms: null },
  back_off: { retries: 0, most_attempts: 1, waits_ms: [], growth: null, jitter: null },
  peak_concurrency: 1,
};

const early: Finding = {
  kind: 'retry-after',
  level: 'bad',
  message: 'Sent again after 1 s where Retry-After asked for 60 s: 59 s too early.',
  exchanges: ['ex_0000000001', 'ex_0000000002'],
  operation: 'pushUser',
  item: 'user "a<b> & \\"c\\" \u0000\ud800"',
  facts: { asked_ms: 60_000 },
};

const bad: Conduct = {
  ...nothing,
  account: 'acct_000000000002',
  summary: { ...nothing.summary, 'retry-after': 2 },
  findings: [early],
  findings_dropped: 1,
};

describe('--fail-on', () => {
  it.each([
    ['retry-after', ['retry-after']],
    ['lost', ['lost', 'gave-up']],
    ['duplicate', ['duplicate-after-success']],
    [' retry-after, duplicate ,retry-after', ['retry-after', 'duplicate-after-success']],
    ['duplicate-after-unknown', ['duplicate-after-unknown']],
    ['bad', conductKinds.filter((kind) => rules[kind].level === 'bad')],
    ['', []],
  ])('%j means %j', (text, kinds) => {
    expect(decodeFailOn(text)).toEqual(kinds);
  });

  it.each([
    ['retry_after', 'There is no kind of finding "retry_after"; did you mean retry-after?'],
    ['duplicates', 'There is no kind of finding "duplicates"; did you mean duplicate?'],
    [
      'constructor',
      /^There is no kind of finding "constructor"; use lost, duplicate, bad, retry-after, .*headers\.$/,
    ],
  ])('%j is refused', (text, message) => {
    expect(() => decodeFailOn(text)).toThrow(message);
  });
});

describe('A verdict', () => {
  it('fails on what was asked for, and says why', () => {
    expect(toVerdict([nothing, bad], ['lost', 'retry-after']).hits).toEqual([
      {
        account: 'acct_000000000002',
        kind: 'retry-after',
        message: `pushUser, ${early.item}: ${early.message} (ex_0000000001 … ex_0000000002) And 1 more.`,
      },
    ]);
  });

  it('fails on nothing that was not asked for', () => {
    expect(toVerdict([bad], ['lost']).hits).toEqual([]);
    expect(toVerdict([bad], []).hits).toEqual([]);
  });

  it('fails when it cannot be told, because exchanges were dropped', () => {
    const hits = toVerdict([{ ...nothing, complete: false }], ['lost']).hits;
    expect(hits).toEqual([
      {
        account: 'acct_000000000001',
        kind: null,
        message:
          'The journal had to drop exchanges of this account, so that it cannot be told whether there was any lost.',
      },
    ]);
    expect(toVerdict([{ ...nothing, complete: false }], []).hits).toEqual([]);
  });

  it('fails when nothing arrived: the client may send elsewhere', () => {
    const message = 'No request arrived, so that there is nothing to judge.';
    const { account } = nothing;
    expect(toVerdict([], ['lost']).hits).toEqual([{ account: null, kind: null, message }]);
    expect(toVerdict([{ ...nothing, exchanges: 0 }], ['lost']).hits).toEqual([
      { account, kind: null, message },
    ]);
    expect(toVerdict([{ ...nothing, exchanges: 0 }, nothing], ['lost']).hits).toEqual([]);
    expect(toVerdict([], []).hits).toEqual([]);
    expect(renderConductText(toVerdict([], ['lost']))).toBe(
      `No account has sent anything.\nFAILS: ${message}\n`,
    );
    expect(renderConductJUnit(toVerdict([], ['lost']))).toContain(
      '<testsuite name="nobody" tests="1" failures="1"',
    );
  });
});

describe('The text', () => {
  it('says what there is and whether it passes', () => {
    expect(renderConductText(toVerdict([nothing], ['lost']))).toBe(
      [
        'acct_000000000001: 3 exchanges, 2 items',
        '  1 under way at once at most.',
        '  Nothing to complain about.',
        'Passes: no lost.',
        '',
      ].join('\n'),
    );
  });

  it('has the facts, the findings and what fails', () => {
    const busy: Conduct = {
      ...bad,
      under_way: 1,
      complete: false,
      retry_after: { asked: 3, kept: 1, broken: 2, most_early_ms: 59_000 },
      back_off: { retries: 4, most_attempts: 5, waits_ms: [500, 1000], growth: 2, jitter: true },
    };
    expect(renderConductText(toVerdict([busy], ['retry-after'])).split('\n')).toEqual([
      'acct_000000000002: 3 exchanges, 2 items, 1 still under way',
      '  The journal had to drop exchanges of this account; what is absent here proves nothing.',
      '  Retry-After came 3 ×, was kept 1 × and broken 2 ×, by 59 s at most; 4 retries, at most 5 attempts at one item; waits 500 ms, 1 s; growing 2 ×; with jitter; 1 under way at once at most.',
      '  bad: retry-after, 2 ×',
      `    pushUser, ${early.item}: ${early.message} (ex_0000000001 … ex_0000000002)`,
      expect.stringMatching(/^FAILS acct_000000000002 retry-after: pushUser, .* And 1 more\.$/),
      '',
    ]);
  });

  it('shows five of a kind', () => {
    const many = { ...bad, summary: { 'retry-after': 9 }, findings: Array.from({ length: 7 }, () => early) };
    expect(renderConductText(toVerdict([many], []))).toContain(
      'too early. (ex_0000000001 … ex_0000000002)\n    … and 4 more.\n',
    );
  });
});

describe('JUnit', () => {
  it('has a test case a kind, and only what fails the verdict fails', () => {
    const xml = renderConductJUnit(toVerdict([nothing, bad], ['retry-after', 'lost']));
    expect(xml.match(/<testcase /g)).toHaveLength(2 * (conductKinds.length + 1));
    expect(xml.match(/<failure /g)).toHaveLength(1);
    expect(xml).toContain(
      `<testsuite name="acct_000000000001" tests="${conductKinds.length + 1}" failures="0"`,
    );
    expect(xml).toContain(
      `<testsuite name="acct_000000000002" tests="${conductKinds.length + 1}" failures="1"`,
    );
    expect(renderConductJUnit(toVerdict([bad], []))).not.toContain('<failure');
  });

  it('escapes what was sent, and leaves out what XML cannot hold', () => {
    const xml = renderConductJUnit(toVerdict([bad], ['retry-after']));
    expect(xml).toContain('user &quot;a&lt;b&gt; &amp; \\&quot;c\\&quot; \ufffd\ufffd&quot;');
    expect(xml.isWellFormed()).toBe(true);
  });

  it('fails a case of its own when it cannot be told', () => {
    const xml = renderConductJUnit(toVerdict([{ ...nothing, complete: false }], ['lost']));
    expect(xml).toMatch(/name="complete: [^"]*"><failure message="The journal had to drop/);
    expect(xml).toContain(`tests="${conductKinds.length + 1}" failures="1"`);
  });
});

describe('JSON', () => {
  it('says whether it passes, and has the reports in full', () => {
    expect(toConductJson(toVerdict([bad], ['retry-after']))).toMatchObject({
      passed: false,
      fail_on: ['retry-after'],
      hits: [{ account: 'acct_000000000002', kind: 'retry-after' }],
      accounts: [bad],
    });
    expect(toConductJson(toVerdict([bad], []))).toMatchObject({ passed: true, hits: [] });
  });
});
