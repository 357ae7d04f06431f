import { describe, expect, it } from 'vitest';
import { createComparison } from './comparison.ts';
import type { Recorded } from './recorded.ts';
import { renderSummary, type Summary, toSummaryJson } from './summary.ts';

const toRecorded = (entry: number, more: Partial<Recorded> = {}): Recorded => ({
  entry,
  method: 'POST',
  url: new URL('http://localhost/users'),
  headers: [],
  body: null,
  whole: true,
  status: 202,
  account: null,
  isOurs: true,
  ...more,
});

const toSummary = (
  comparison: ReturnType<typeof createComparison>,
  more: Partial<Summary> = {},
): Summary => ({
  ...comparison.result(),
  url: 'http://127.0.0.1:4010',
  entries: 30,
  taken: 30,
  ignored: [],
  attempts: 30,
  durationMs: 1234,
  stopped: null,
  ...more,
});

describe('the summary', () => {
  it('shows only some of many, in the order of the archive', () => {
    const comparison = createComparison(20);
    for (let entry = 29; entry >= 0; entry -= 1)
      comparison.add(toRecorded(entry), { kind: 'answered', status: 503 });
    const lines = renderSummary(toSummary(comparison)).split('\n');
    expect(lines[2]).toBe('Differing 30:');
    expect(lines[3]).toBe('  entry 10, POST /users: 202 then, 503 now');
    expect(lines.at(-2)).toBe('  and 10 more');
  });

  it('tells what got no answer, what was waited for and why it ended', () => {
    const comparison = createComparison(20);
    comparison.add(toRecorded(0, { status: null }), { kind: 'answered', status: 202 });
    comparison.add(toRecorded(1), {
      kind: 'lost',
      reason: 'No answer came within 5 ms.',
      mayHaveArrived: true,
    });
    comparison.add(toRecorded(2), { kind: 'unsent' });
    const text = renderSummary(
      toSummary(comparison, { taken: 3, attempts: 4, stopped: 'Interrupted by SIGINT.' }),
    );
    expect(text).toBe(
      [
        'Sent 2 of 3 requests to http://127.0.0.1:4010 in 1.2 s.',
        'Then: 1 × 202, 1 × no answer. Now: 1 × 202, 1 × no answer.',
        'Without an answer 1:',
        '  entry 1, POST /users: No answer came within 5 ms. It may have arrived all the same.',
        '2 attempts more, since the rate limit was full or nobody was there.',
        'Interrupted by SIGINT.',
        'Stopped; 1 request not sent.',
        '',
      ].join('\n'),
    );
  });

  it('does no harm on a terminal, whatever the archive has', () => {
    const comparison = createComparison(20);
    const evil = toRecorded(0, { method: 'P\u001b[2J', url: new URL(`http://localhost/${'x'.repeat(500)}`) });
    comparison.add(evil, { kind: 'answered', status: 500 });
    const text = renderSummary(toSummary(comparison));
    expect(text).not.toContain('\u001b');
    expect(text.length).toBeLessThan(300);
  });

  it('is complete as JSON', () => {
    const comparison = createComparison(Number.POSITIVE_INFINITY);
    for (let entry = 0; entry < 30; entry += 1)
      comparison.add(toRecorded(entry), { kind: 'answered', status: 503 });
    expect(toSummaryJson(toSummary(comparison), 1)).toMatchObject({
      differing: { count: 30, entries: { length: 30 } },
      duration_ms: 1234,
      exit_code: 1,
    });
  });
});
