import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';

const FAULTS = '/_control/faults';
const CLOCK = '/_control/clock';
const RESET = '/_control/reset';
const COUNT = '/_control/exchanges/count';
const WAIT = '/_control/exchanges/wait';
const SETTINGS = '/_control/accounts/dev/settings';
const EFFECTS =
  'status, retry_after, delay_ms, hold, bytes_per_second, hang_up, truncate_at, content_length, garbage, body, headers';

/** Attributes that have no place where they stand, and where that is. */
const UNKNOWN = [
  ['POST', FAULTS, { efect: { status: 503 } }, '/efect', 'did you mean "effect"?'],
  ['POST', FAULTS, { effect: { staus: 503 } }, '/effect/staus', 'did you mean "status"?'],
  ['POST', FAULTS, { effect: { status: 503, colour: 1 } }, '/effect/colour', `there are ${EFFECTS}.`],
  [
    'POST',
    FAULTS,
    { effect: { retry_after: { date: 3 } } },
    '/effect/retry_after/date',
    'did you mean "date_in"?',
  ],
  [
    'POST',
    FAULTS,
    { effect: { delay_ms: { min: 1, max: 2, sed: 7 } } },
    '/effect/delay_ms/sed',
    'did you mean "seed"?',
  ],
  [
    'POST',
    FAULTS,
    { effect: { status: 1 }, match: { methd: 'POST' } },
    '/match/methd',
    'did you mean "method"?',
  ],
  [
    'POST',
    FAULTS,
    { timeline: [{ at_ms: 0, clear: '*' }, { at: 5 }] },
    '/timeline/1/at',
    'did you mean "at_ms"?',
  ],
  [
    'POST',
    FAULTS,
    { timeline: [{ at_ms: 0, arm: { account: 'dev' } }] },
    '/timeline/0/arm/account',
    'there are name,',
  ],
  [
    'POST',
    FAULTS,
    { timeline: [{ at_ms: 0, arm: { effect: { holds: true } } }] },
    '/timeline/0/arm/effect/holds',
    'did you mean "hold"?',
  ],
  [
    'POST',
    FAULTS,
    { timeline: [{ at_ms: 0, arm: { match: { 'a/b~': 1 } } }] },
    '/timeline/0/arm/match/a~1b~0',
    'there are method, path, body.',
  ],
  ['POST', CLOCK, { advance: 5 }, '/advance', 'did you mean "advance_ms"?'],
  [
    'POST',
    CLOCK,
    { advance_ms: { ms: 5 } },
    '/advance_ms',
    'It is a whole number from 0 to 10000000000000 or one of next-window.',
  ],
  ['POST', RESET, { parts: ['state'] }, '/parts', 'there are account, what.'],
  ['POST', COUNT, { at_last: 1 }, '/at_last', 'did you mean "at_least"?'],
  ['POST', WAIT, { timeout: 1 }, '/timeout', 'did you mean "timeout_ms"?'],
  ['PUT', SETTINGS, { features: { mesages: false } }, '/features/mesages', 'did you mean "messages"?'],
] as const;

/** Values that are not what they have to be, and what that is. */
const WRONG = [
  ['POST', FAULTS, { effect: {} }, '/effect', `an object with at least one of ${EFFECTS}.`],
  ['POST', FAULTS, { effect: [] }, '/effect', 'an object with at least one of status,'],
  ['POST', FAULTS, { effect: { status: '503' } }, '/effect/status', 'a whole number from 200 to 599.'],
  ['POST', FAULTS, { effect: { status: 503.5 } }, '/effect/status', 'a whole number from 200 to 599.'],
  ['POST', FAULTS, { effect: { hold: 'yes' } }, '/effect/hold', 'true or false.'],
  [
    'POST',
    FAULTS,
    { effect: { hang_up: 'later' } },
    '/effect/hang_up',
    'one of before, after; did you mean "after"?',
  ],
  ['POST', FAULTS, { effect: { headers: [] } }, '/effect/headers', 'an object.'],
  [
    'POST',
    FAULTS,
    { effect: { garbage: '' } },
    '/effect/garbage',
    'true or false or a text that is not empty.',
  ],
  [
    'POST',
    FAULTS,
    { effect: { retry_after: -1 } },
    '/effect/retry_after',
    'a number from 0 to 1000000000, a text or an object with date_in.',
  ],
  [
    'POST',
    FAULTS,
    { effect: { retry_after: { date_in: '3' } } },
    '/effect/retry_after',
    'a number from 0 to 1000000000, a text or an object with date_in.',
  ],
  [
    'POST',
    FAULTS,
    { effect: { delay_ms: 'slow' } },
    '/effect/delay_ms',
    'a whole number from 0 to 600000, an object with min, max and seed or an object with median, sigma and seed.',
  ],
  [
    'POST',
    FAULTS,
    { effect: { delay_ms: { min: 1 } } },
    '/effect/delay_ms',
    'an object with min, max and seed',
  ],
  [
    'POST',
    FAULTS,
    { effect: { delay_ms: { min: 1, max: 2, seed: 3, sigma: 4 } } },
    '/effect/delay_ms',
    'min and max and seed and sigma do not go together here;',
  ],
  ['POST', FAULTS, { name: 'x'.repeat(101), preset: 'slow' }, '/name', 'a text of 1 to 100 characters.'],
  [
    'POST',
    FAULTS,
    { preset: 'slowly' },
    '/preset',
    'one of outage, rate-limit-storm, slow, flaky, maintenance; did you mean "slow"?',
  ],
  ['POST', FAULTS, { times: 0, preset: 'slow' }, '/times', 'a whole number of at least 1.'],
  [
    'POST',
    FAULTS,
    { timeline: [] },
    '/timeline',
    'a list with 1 to 1000 entries, each an object with at_ms and perhaps arm, clear, for_ms.',
  ],
  ['POST', FAULTS, { timeline: [5] }, '/timeline/0', 'an object with at_ms and perhaps arm, clear, for_ms.'],
  ['POST', FAULTS, { timeline: [{ clear: '*' }] }, '/timeline/0/at_ms', 'It is a whole number'],
  [
    'POST',
    FAULTS,
    { timeline: [{ at_ms: 1, arm: { effect: { status: 1 } } }] },
    '/timeline/0/arm/effect/status',
    'from 200 to 599.',
  ],
  ['POST', CLOCK, { mode: 'slow' }, '/mode', 'one of system, frozen.'],
  [
    'POST',
    CLOCK,
    { advance_ms: 1.5 },
    '/advance_ms',
    'a whole number from 0 to 10000000000000 or one of next-window.',
  ],
  ['POST', CLOCK, { advance_ms: 'next' }, '/advance_ms', 'one of next-window.'],
  ['POST', CLOCK, { now: 5 }, '/now', 'a text that is not empty.'],
  [
    'POST',
    RESET,
    { what: [] },
    '/what',
    'a list with 1 or more entries, each one of state, journal, faults, clock, limits, settings.',
  ],
  ['POST', RESET, { what: ['state', 'all'] }, '/what/1', 'one of state, journal,'],
  ['POST', COUNT, { has: [1] }, '/has/0', 'a text.'],
  ['POST', COUNT, { exactly: -1 }, '/exactly', 'a whole number of at least 0.'],
  ['POST', WAIT, { count: 0 }, '/count', 'a whole number from 1 to 10000.'],
  ['POST', WAIT, { status: true }, '/status', 'a whole number from 100 to 599.'],
] as const;

describe('what the desk is told in a body', () => {
  it.each([...UNKNOWN, ...WRONG])(
    '%s %s %j is refused with the place and what belongs there',
    async (method, target, json, path, part) => {
      const { ask, engine } = createFixture();
      const { status, json: answer } = await ask(method, target, { json });
      expect([status, answer.error.code, answer.error.path]).toEqual([400, 'invalid_body', path]);
      expect(answer.error.message).toContain(part);
      expect([engine.accounts.list(), engine.faults.list(), engine.clock.mode]).toEqual([[], [], 'system']);
    },
  );

  it('comes with everything that would have been right, where that is a closed list', async () => {
    const { ask } = createFixture();
    const allowedFor = async (json: object, target = FAULTS) =>
      (await ask('POST', target, { json })).json.error.allowed;
    expect(await allowedFor({ effect: { staus: 1 } })).toEqual(EFFECTS.split(', '));
    expect(await allowedFor({ effect: { delay_ms: { x: 1 } } })).toEqual([
      'min',
      'max',
      'seed',
      'median',
      'sigma',
    ]);
    expect(await allowedFor({ effect: { hang_up: 'x' } })).toEqual(['before', 'after']);
    expect(await allowedFor({ mode: 'x' }, CLOCK)).toEqual(['system', 'frozen']);
    expect(await allowedFor({ effect: { status: 1 } })).toBeUndefined();
  });

  it('may hold anything where the desk does not look', async () => {
    const { ask } = createFixture();
    const anything = { staus: 1, __proto__: null, deep: [{ colour: 'red' }] };
    const order = {
      match: { body: anything },
      effect: { body: anything, headers: { 'X-Anything': 'at all' } },
    };
    expect((await ask('POST', FAULTS, { json: order })).status).toBe(201);
    expect((await ask('POST', COUNT, { json: { body: anything } })).status).toBe(200);
  });
});
