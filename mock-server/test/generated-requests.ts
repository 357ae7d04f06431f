import fc from 'fast-check';
import { body } from './generated-bodies.ts';

/** A key that must never show. */
export const KEY = 'k3y-WQ7zfR2mXd90aLpT';

/** A request that nobody should send. */
export type Hostile = {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** Bytes that are said to have come beyond those that did. */
  readonly lie: number;
  readonly complete: boolean;
};
const PUSH_PATHS = ['/users', '/companies', '/relationships', '/events', '/messages'];
const INCOMING_PATHS = [
  '/rudderstack/events',
  '/segment/events',
  '/posthog/users',
  '/posthog/companies',
  '/posthog/events',
];
export const PATHS = [...PUSH_PATHS, ...INCOMING_PATHS];
/** The key as Basic credentials. */
const BASIC = `Basic ${btoa(`${KEY}:`)}`;

const method = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('POST', 'DELETE') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'GET',
      'PUT',
      'HEAD',
      'OPTIONS',
      'TRACE',
      'CONNECT',
      'FOO',
      'post',
      '',
      'constructor',
      '__proto__',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

export const target = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PUSH_PATHS, ...PATHS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '//users',
      '/users/',
      '/users/..',
      '/users/.',
      '/../users',
      '/users%00',
      '/users/%00',
      '/users/%',
      '/users/%E0%A4%A',
      '/users/%2e%2e',
      '/users.json',
      '/users;x',
      '/users\\',
      '*',
      '',
      '?',
      '#',
      '/users#x',
      'http://other/users',
      '/__proto__',
      '/constructor',
      '/users/__proto__',
      '/companies/toString',
      '/relationships/a/b',
      '/relationships/a/b/c',
      '/relationships//',
      `/${'a'.repeat(9000)}`,
      `/users/${'%41'.repeat(3000)}`,
      `/users?${'x=y&'.repeat(3000)}`,
      '/'.repeat(5000),
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...PATHS), fc.webQueryParameters())
      .map(([path, query]) => `${path}?${query}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...PATHS), fc.webSegment())
      .map(([path, segment]) => `${path}/${segment}`),
  },
);

export const authorization = fc.constantFrom(
  ...Array.from({ length: 30 }, () => `Push ${KEY}`),
  `Push ${KEY}`,
  `push ${KEY}`,
  `Push  ${KEY}  `,
  `Push\t${KEY}`,
  KEY,
  ` ${KEY}`,
  `${KEY} Push`,
  `Bearer ${KEY}`,
  `Push:${KEY}`,
  `Push${KEY}`,
  `Basic ${KEY}`,
  BASIC,
  BASIC,
  BASIC.toLowerCase(),
  `Basic ${btoa(KEY)}`,
  `Basic ${btoa(`:${KEY}`)}`,
  `Push "${KEY}"`,
  `Push ${KEY},${KEY}`,
  `Push ${KEY} ${KEY}`,
  'Push ',
  '',
  'Push undefined',
  'Push null',
  `Push \${KEY}`,
  'Push {{key}}',
  'Push __proto__',
  'Push constructor',
  `Push ${'k'.repeat(9000)}`,
);

export const contentType = fc.constantFrom(
  ...Array.from({ length: 15 }, () => 'application/json'),
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'application/json; charset=latin1',
  '',
  ';',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/json, text/plain',
  '\u0000',
  '__proto__',
  'x'.repeat(5000),
);

const headers = fc
  .tuple(
    fc.option(authorization, { freq: 9 }),
    fc.option(contentType, { freq: 9 }),
    fc
      .option(fc.constantFrom('gzip', 'identity', 'br, gzip', '\u0000', ''), { freq: 1, nil: undefined })
      .map((value) => value ?? null),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant<[string, string][]>([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.tuple(
            fc.constantFrom(
              'Authorization',
              'AUTHORIZATION',
              'Proxy-Authorization',
              'Cookie',
              'X-Api-Key',
              'X-Push-Key',
            ),
            fc.constantFrom(KEY, BASIC),
          ),
          { maxLength: 4 },
        ),
      },
      {
        weight: 1,
        arbitrary: fc.array(fc.tuple(fc.string({ maxLength: 9 }), fc.string({ maxLength: 20 })), {
          maxLength: 20,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.constant(
          Array.from({ length: 1500 }, (_, index): [string, string] => [`x-${index % 700}`, 'y']),
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constant<[string, string][]>([
          ['__proto__', 'x'],
          ['constructor', 'x'],
          ['content-length', '5'],
          ['Content-Length', '99999999'],
          ['transfer-encoding', 'chunked'],
        ]),
      },
    ),
  )
  .map(([key, type, encoding, more]): [string, string][] => [
    ...(key === null ? [] : [['Authorization', key] satisfies [string, string]]),
    ...(type === null ? [] : [['Content-Type', type] satisfies [string, string]]),
    ...(encoding === null ? [] : [['Content-Encoding', encoding] satisfies [string, string]]),
    ...more,
  ]);
export const hostile: fc.Arbitrary<Hostile> = fc.record({
  method,
  target,
  headers,
  body,
  lie: fc.oneof(
    { weight: 20, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(1, 102_400, 16_777_216, 2 ** 40) },
  ),
  complete: fc.oneof(
    { weight: 20, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
});
