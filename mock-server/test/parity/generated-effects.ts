import fc from 'fast-check';
import type { FaultEffect } from '../../src/index.ts';

const BODILESS = [204, 205, 304];
const STATUSES = [200, 201, 202, 206, 301, 400, 401, 403, 404, 408, 413, 418, 422, 425, 429, 431, 451, 499];
const STATUS = fc.constantFrom(...STATUSES, ...BODILESS, 500, 502, 503, 504, 520, 599);

const body = fc.constantFrom<unknown>(
  '',
  'four',
  'ünï → 日本',
  '<html>',
  { errors: ['x'] },
  [1],
  null,
  'x'.repeat(20_000),
);

const headers = fc.dictionary(
  fc.constantFrom('X-Cache', 'content-type', 'Retry-After', 'Set-Cookie', 'X-RateLimit-Limit', 'Vary'),
  fc.constantFrom('1', 'close', '', 'a, b', 'Zoë', 'text/plain', null),
  { minKeys: 1, maxKeys: 3 },
);

const retryAfter = fc.constantFrom<NonNullable<FaultEffect['retry_after']>>(
  0,
  7,
  'soon',
  'absent',
  { date_in: 30 },
  '',
);

const delay = fc.constantFrom<NonNullable<FaultEffect['delay_ms']>>(
  0,
  1,
  { min: 0, max: 2, seed: 5 },
  { median: 1, sigma: 0.3, seed: 6 },
);

/** Things that can be done to any answer beside what ends or spoils it. */
const beside = fc.record(
  {
    delay_ms: delay,
    headers,
    retry_after: retryAfter,
    bytes_per_second: fc.constantFrom(1_000_000, 10_000_000),
  },
  { requiredKeys: [] },
);

const main: fc.Arbitrary<FaultEffect> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ status: STATUS }) },
  {
    weight: 3,
    arbitrary: fc.record({ status: STATUS.filter((status) => !BODILESS.includes(status)), body }),
  },
  { weight: 2, arbitrary: fc.record({ body }) },
  { weight: 3, arbitrary: fc.record({ hang_up: fc.constantFrom<'before' | 'after'>('before', 'after') }) },
  {
    weight: 3,
    arbitrary: fc.record({ truncate_at: fc.constantFrom(0, 1, 10, 100_000), status: STATUS }),
  },
  { weight: 1, arbitrary: fc.record({ truncate_at: fc.constantFrom(0, 5) }) },
  { weight: 1, arbitrary: fc.record({ content_length: fc.constant(100_000), status: fc.constant(503) }) },
  {
    weight: 2,
    arbitrary: fc.record({ garbage: fc.constantFrom<boolean | string>(true, 'no HTTP', '\r\n') }),
  },
  { weight: 2, arbitrary: fc.record({ delay_ms: delay }) },
);

/** What a fault can do, but for what needs somebody to end it. */
export const anyEffect: fc.Arbitrary<FaultEffect> = fc
  .tuple(main, fc.option(beside))
  .map(([effect, more]) => ({ ...more, ...effect }));
