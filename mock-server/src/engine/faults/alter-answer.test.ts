import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '../outcome.ts';
import { alterAnswer, isAsPlanned, toDelivery } from './alter-answer.ts';
import type { Fault, FaultEffect } from './fault.ts';
import { toFault } from './to-fault.ts';

const NOW = Date.parse('2026-11-23T07:00:00.250Z');

const faultOf = (effect: FaultEffect, more: { mark?: boolean; name?: string } = {}): Fault =>
  toFault(
    { name: 'a fault', ...more, effect },
    () => '',
    (value) => value,
  );

const ANSWER: Answer = {
  status: 429,
  reason: 'Too Many Requests',
  headers: ['Content-Type', 'application/json', 'Content-Length', '2', 'Retry-After', '60', 'X-Last', 'x'],
  body: '{}',
  close: false,
};

const alter = (effect: FaultEffect, more?: { mark?: boolean; name?: string }): Answer =>
  alterAnswer(ANSWER, faultOf(effect, more), NOW);

describe('an answer that a fault alters', () => {
  it('is the same where the fault says nothing of it', () => {
    expect(alter({ status: 429, delay_ms: 5 })).toBe(ANSWER);
  });

  it.each<[FaultEffect['retry_after'], string]>([
    [5, '5'],
    [0, '0'],
    [1.5, '1.5'],
    ['', ''],
    ['7 seconds', '7 seconds'],
    // Rounded up to whole seconds, as Retry-After always is.
    [{ date_in: 3 }, 'Mon, 23 Nov 2026 07:00:04 GMT'],
    [{ date_in: 0.75 }, 'Mon, 23 Nov 2026 07:00:01 GMT'],
    [{ date_in: -60 }, 'Mon, 23 Nov 2026 06:59:01 GMT'],
  ])('says Retry-After %j as %s, where it was', (retryAfter, text) => {
    expect(alter({ retry_after: retryAfter as string }).headers.slice(4)).toEqual([
      'Retry-After',
      text,
      'X-Last',
      'x',
    ]);
  });

  it('loses Retry-After when that is to be absent', () => {
    expect(alter({ retry_after: 'absent' }).headers.slice(4)).toEqual(['X-Last', 'x']);
  });

  it('has headers replaced in place, taken away, and added at the end', () => {
    const { headers } = alter({
      headers: { 'content-TYPE': 'text/plain', 'retry-after': null, 'X-New': 'new', 'X-None': null },
    });
    expect(headers).toEqual([
      'content-TYPE',
      'text/plain',
      'Content-Length',
      '2',
      'X-Last',
      'x',
      'X-New',
      'new',
    ]);
  });

  it('has one header where there were two of a name', () => {
    const twice: Answer = { ...ANSWER, headers: ['A', '1', 'B', '2', 'a', '3'] };
    expect(alterAnswer(twice, faultOf({ headers: { A: '4' } }), NOW).headers).toEqual(['A', '4', 'B', '2']);
    expect(alterAnswer(twice, faultOf({ headers: { A: null } }), NOW).headers).toEqual(['B', '2']);
  });

  it('has another body with its own length, in bytes and where the length was', () => {
    const text = alter({ body: 'Grüße' });
    expect([text.body, text.headers.slice(0, 4)]).toEqual([
      'Grüße',
      ['Content-Type', 'application/json', 'Content-Length', '7'],
    ]);
    const empty = alter({ body: '' });
    expect([empty.body, empty.headers.slice(2, 4)]).toEqual(['', ['Content-Length', '0']]);
  });

  it.each<[unknown, string]>([
    [{ a: [1] }, '{"a":[1]}'],
    [[], '[]'],
    [null, 'null'],
    [7, '7'],
  ])('has the body %j as JSON', (body, text) => {
    const accepted: Answer = { ...ANSWER, headers: ['Content-Length', '0'], body: '' };
    expect(alterAnswer(accepted, faultOf({ body }), NOW)).toMatchObject({
      body: text,
      headers: ['Content-Length', String(text.length), 'Content-Type', 'application/json'],
    });
  });

  it('lets what the fault says of a header win over what follows from its body and Retry-After', () => {
    const { headers } = alter({
      body: {},
      retry_after: 5,
      headers: { 'Content-Type': 'text/html', 'retry-after': '9' },
    });
    expect(headers).toEqual([
      'Content-Type',
      'text/html',
      'Content-Length',
      '2',
      'retry-after',
      '9',
      'X-Last',
      'x',
    ]);
  });

  it('is marked with the name of the fault, in characters that a header can hold', () => {
    expect(alter({ status: 429 }, { mark: true }).headers.slice(8)).toEqual([
      'X-Understudy-Fault',
      'a%20fault',
    ]);
    const hostile = alter({ status: 429 }, { mark: true, name: 'ü\r\nX-A: b' });
    expect(hostile.headers.slice(8)).toEqual(['X-Understudy-Fault', '%C3%BC%0D%0AX-A%3A%20b']);
  });
});

describe('the delivery that a fault wants', () => {
  const deliveryOf = (effect: FaultEffect, delayMs = 0) => toDelivery({ fault: faultOf(effect), delayMs });

  it('is none where the answer leaves at once and whole', () => {
    expect(deliveryOf({ status: 503, hold: false, garbage: false })).toBeNull();
  });

  it.each<[FaultEffect, object]>([
    [{ truncate_at: 0 }, { cutAfterBytes: 0 }],
    [{ content_length: 0 }, { contentLength: 0 }],
    [{ bytes_per_second: 9 }, { bytesPerSecond: 9 }],
    [{ garbage: 'x' }, { garbage: 'x' }],
    [{ garbage: true }, { garbage: expect.stringMatching(/this is no HTTP/) }],
    [{ hold: true }, { hold: { isOver: false } }],
  ])('of %j is just that', (effect, expected) => {
    const nothing = {
      delayMs: 0,
      hold: null,
      bytesPerSecond: null,
      cutAfterBytes: null,
      contentLength: null,
      garbage: null,
    };
    expect(deliveryOf(effect)).toEqual(
      'hold' in expected
        ? expect.objectContaining({ ...nothing, hold: expect.anything() })
        : { ...nothing, ...expected },
    );
  });

  it('has the delay that was drawn', () => {
    expect(deliveryOf({ delay_ms: 7 }, 7)).toMatchObject({ delayMs: 7 });
  });

  it('holds until the fault is cleared, and calls nobody who no longer waits', () => {
    const fault = faultOf({ hold: true });
    const hold = toDelivery({ fault, delayMs: 0 })?.hold;
    const [waits, left] = [vi.fn(), vi.fn()];
    hold?.whenOver(waits);
    hold?.whenOver(left)();
    expect([hold?.isOver, fault.held.size]).toEqual([false, 1]);
    fault.isCleared = true;
    for (const letGo of fault.held) letGo();
    expect([hold?.isOver, waits.mock.calls.length, left.mock.calls.length]).toEqual([true, 1, 0]);
    const late = vi.fn();
    hold?.whenOver(late);
    expect(late).toHaveBeenCalledTimes(1);
  });

  it.each<[FaultEffect, string]>([
    [{ status: 503 }, 'full'],
    [{ delay_ms: 5 }, 'full'],
    [{ garbage: false }, 'full'],
    [{ hang_up: 'before' }, 'none'],
    [{ hang_up: 'after' }, 'none'],
    [{ garbage: true }, 'none'],
    [{ truncate_at: 5 }, 'full partial'],
  ])('of %j went as planned when %s of the answer left', (effect, planned) => {
    const delivered = (['full', 'partial', 'none'] as const).filter((each) =>
      isAsPlanned(effect, each, 'body'),
    );
    expect(delivered.join(' ')).toBe(planned);
  });

  it.each<FaultEffect>([{ truncate_at: 5 }, { bytes_per_second: 1 }])(
    'of %j never went as planned where there was no body',
    (effect) => {
      expect(isAsPlanned(effect, 'full', '')).toBe(false);
      expect(isAsPlanned(effect, 'full', 'body')).toBe(true);
    },
  );
});
