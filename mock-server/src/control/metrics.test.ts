import { describe, expect, it } from 'vitest';
import { createFixture, type Fixture, toCall } from '../../test/desk/desk-fixture.ts';
import { openStream } from '../../test/desk/read-events.ts';
import { createDesk, type Desk } from './desk.ts';
import { renderMetrics } from './metrics-text.ts';

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const VALUE = '(?:[+-]?Inf|NaN|-?[0-9]+(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?)';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const SAMPLE = new RegExp(`^(${NAME})(?:\\{((?:${LABEL})(?:,${LABEL})*)\\})? (${VALUE})$`);
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  counter: [''],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['_sum', '_count'],
};

/** Reads the text format line by line and refuses whatever Prometheus would; samples by name and labels. */
function parseMetrics(text: string): ReadonlyMap<string, number> {
  const samples = new Map<string, number>();
  const seen = new Set<string>();
  let family = '';
  let type = '';
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.slice(0, -1).split('\n')) {
    const [, helped] = new RegExp(`^# HELP (${NAME}) \\S.*$`).exec(line) ?? [];
    const [, typed, kind = ''] = new RegExp(`^# TYPE (${NAME}) (\\w+)$`).exec(line) ?? [];
    if (helped !== undefined) {
      expect(seen, `${helped} is there twice`).not.toContain(helped);
      seen.add(helped);
      [family, type] = [helped, ''];
    } else if (typed !== undefined) {
      expect([typed, Object.keys(SUFFIXES)]).toEqual([family, expect.arrayContaining([kind])]);
      type = kind;
    } else {
      const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
      expect(
        SUFFIXES[type]?.map((suffix) => `${family}${suffix}`),
        line,
      ).toContain(name);
      expect(samples.has(`${name}{${labels}}`), `${line} is there twice`).toBe(false);
      samples.set(`${name}{${labels}}`, Number(value));
    }
  }
  return samples;
}

async function readMetrics({ desk }: { readonly desk: Desk }) {
  const answer = await desk.answer(toCall({ target: '/_control/metrics' }));
  if ('pieces' in answer) throw new Error('This answer comes piece by piece.');
  const headers = new Map(answer.headers.map((text, at) => [text.toLowerCase(), answer.headers[at + 1]]));
  expect([answer.status, headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  return parseMetrics(answer.body);
}

const requests = (labels: string): string => `understudy_requests_total{${labels}}`;

describe('the metrics', () => {
  it('are there before anything came', async () => {
    const metrics = await readMetrics(createFixture());
    expect(metrics.get('understudy_info{version="1.2.3",service="userlist"}')).toBe(1);
    expect(metrics.get('understudy_journal_exchanges{}')).toBe(0);
    expect([...metrics.keys()].every((name) => name.startsWith('understudy_'))).toBe(true);
  });

  it('count requests by operation, status, code, fault and delivery', async () => {
    const fixture = createFixture();
    fixture.push('dev', 'POST', '/users', { identifier: 1 });
    fixture.push('dev', 'POST', '/users', { identifier: 2 });
    fixture.push('dev', 'POST', '/nowhere');
    fixture.engine.faults.arm({ name: 'out "of"\norder\\', effect: { status: 503 } });
    fixture.engine.faults.arm({ name: 'gone', operation: 'pushEvent', effect: { hang_up: 'before' } });
    fixture.push('dev', 'POST', '/users', { identifier: 3 });
    const metrics = await readMetrics(fixture);
    expect(metrics.get(requests('operation="pushUser",status="202",code="",fault="",delivered="full"'))).toBe(
      2,
    );
    expect(
      metrics.get(requests('operation="",status="404",code="not_found",fault="",delivered="full"')),
    ).toBe(1);
    expect(
      metrics.get(
        requests(
          'operation="pushUser",status="503",code="service_unavailable",fault="out \\"of\\"\\norder\\\\",delivered="full"',
        ),
      ),
    ).toBe(1);
    expect(metrics.get('understudy_faults_armed{}')).toBe(2);
  });

  it('keep the time of the engine and the delays on purpose apart', async () => {
    const fixture = createFixture();
    fixture.push('dev', 'POST', '/users', { identifier: 1 });
    fixture.engine.faults.arm({ name: 'late', effect: { delay_ms: 1500 } });
    for (const identifier of [2, 3]) fixture.push('dev', 'POST', '/users', { identifier });
    const metrics = await readMetrics(fixture);
    const own = 'operation="pushUser"';
    expect(metrics.get(`understudy_injected_seconds_sum{${own},fault="late"}`)).toBe(3);
    expect(metrics.get(`understudy_injected_seconds_count{${own},fault="late"}`)).toBe(2);
    expect(metrics.get(`understudy_own_seconds_count{${own}}`)).toBe(3);
    expect(metrics.get(`understudy_own_seconds_bucket{${own},le="+Inf"}`)).toBe(3);
    expect(metrics.get(`understudy_own_seconds_sum{${own}}`)).toBeLessThan(1.5);
    const buckets = [...metrics].filter(([name]) => name.startsWith('understudy_own_seconds_bucket'));
    const counts = buckets.map(([, count]) => count);
    expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  });

  it('count what the limiter refused and what had to make room', async () => {
    const fixture = createFixture({ rateLimit: 'tiny', journal: { mostExchanges: 4 } });
    for (let identifier = 0; identifier < 7; identifier += 1)
      fixture.push('dev', 'POST', '/users', { identifier });
    const metrics = await readMetrics(fixture);
    expect(metrics.get('understudy_limiter_refusals_total{}')).toBe(2);
    expect(metrics.get('understudy_journal_exchanges{}')).toBe(4);
    expect(metrics.get('understudy_journal_dropped_total{}')).toBe(3);
    expect(metrics.get('understudy_journal_bytes{}')).toBeGreaterThan(4000);
    expect(metrics.get('understudy_accounts{}')).toBe(1);
    expect(metrics.get('understudy_accounts_evicted_total{}')).toBe(0);
  });

  it('count who waits and who follows', async () => {
    const fixture = createFixture();
    const [stream, other] = [await openStream(fixture.desk), await openStream(fixture.desk)];
    const waiting = fixture.ask('GET', '/_control/exchanges/wait');
    const during = await readMetrics(fixture);
    expect([during.get('understudy_waits{}'), during.get('understudy_followers{}')]).toEqual([1, 2]);
    fixture.push('dev', 'POST', '/users', { identifier: 1 });
    await Promise.all([waiting, stream.leave(), other.leave()]);
    const after = await readMetrics(fixture);
    expect([after.get('understudy_waits{}'), after.get('understudy_followers{}')]).toEqual([0, 0]);
  });

  it('tell of memory where somebody can tell', async () => {
    const { engine, desk } = createFixture();
    expect((await readMetrics({ desk })).has('understudy_process_heap_bytes{}')).toBe(false);
    const memory = () => ({ heapBytes: 12_345, residentBytes: 67_890 });
    const metrics = await readMetrics({ desk: createDesk({ engine, version: '1', memory }) });
    expect(metrics.get('understudy_process_heap_bytes{}')).toBe(12_345);
    expect(metrics.get('understudy_process_resident_bytes{}')).toBe(67_890);
  });

  it('count on through every reset, a request that was under way included, and once', async () => {
    const fixture: Fixture = createFixture();
    const outcome = fixture.engine.answer(toCall({ method: 'POST', target: '/users' }));
    if (outcome.kind === 'later') throw new Error('This engine has no store.');
    await fixture.ask('POST', '/_control/reset');
    fixture.engine.settle(outcome, 'partial', 3);
    fixture.engine.settle(outcome, 'full', 9);
    const metrics = await readMetrics(fixture);
    const counted = [...metrics].filter(([name]) => name.startsWith('understudy_requests_total'));
    expect(counted).toEqual([
      [requests('operation="pushUser",status="401",code="unauthorized",fault="",delivered="partial"'), 1],
    ]);
  });
});

describe('the text of metrics', () => {
  it('has a line break and a backslash of a help escaped, and leaves out what has no values', () => {
    const text = renderMetrics([
      { name: 'a', type: 'gauge', help: 'One\\two\nthree.', samples: [{ value: 0.5 }] },
      { name: 'b', type: 'counter', help: 'Nothing.', samples: [] },
    ]);
    expect(text).toBe('# HELP a One\\\\two\\nthree.\n# TYPE a gauge\na 0.5\n');
  });
});
