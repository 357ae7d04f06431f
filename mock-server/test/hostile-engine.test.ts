import { contract, type RefusalCode } from '@understudy/openapi/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, createManualClock, createUserlistEngine, type UserlistEngine } from '../src/index.ts';
import { toCall } from './doors.ts';
import { START, toBytes, viewAll } from './stand-in.ts';

/** Every run generates the same requests; fast-check prints it with whatever it finds. */
const SEED = 20_261_123;
const RUNS = 12_000;
const KEY = 'k3y-WQ7zfR2mXd90aLpT';
const COLLECTIONS = ['users', 'companies', 'relationships', 'events', 'messages'];

type Hostile = {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** Bytes that are said to have come beyond those that did. */
  readonly lie: number;
  readonly complete: boolean;
};

const PATHS = ['/users', '/companies', '/relationships', '/events', '/messages'];

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

const target = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PATHS) },
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

const authorization = fc.constantFrom(
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

const contentType = fc.constantFrom(
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
            fc.constant(KEY),
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

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  1,
  4.5,
  1e21,
  1e-9,
  -1,
  '',
  ' ',
  'x',
  'user-1',
  'ada@example.com',
  'a@b@c',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '2026-11-23',
  '2026-99-99',
  [],
  {},
  [[]],
  [null],
  [{}],
  { identifier: null },
  { identifier: 'user-1' },
  { identifier: {} },
  { identifier: [1] },
  { email: 'x' },
  { identifiers: [{ scope: 'custom', identifier: 'user-1' }] },
  { properties: { a: null } },
  { company: { user: { company: 'company-1' } } },
  { type: 'multipart', content: [{}] },
  { type: 'text', content: {} },
  [{ topic: 'x', subscribed: 1 }],
  ['user-1', 2, {}, null, true],
  'x'.repeat(2000),
];
const NAMES = [
  'identifier',
  'identifiers',
  'email',
  'name',
  'properties',
  'relationships',
  'company',
  'companies',
  'user',
  'users',
  'preferences',
  'signed_up_at',
  'signedUpAt',
  'last_seen_at',
  'occurred_at',
  'occured_at',
  'topic',
  'subscribed',
  'scope',
  'channel',
  'to',
  'from',
  'reply_to',
  'subject',
  'preheader',
  'body',
  'type',
  'content',
  'template',
  'sender',
  'theme',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '日本',
  'ünï',
  '\ud800',
];

const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const { value: odd } = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...ODD_VALUES),
    tie('object'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.double(),
    fc.string({ unit: 'binary', maxLength: 10 }),
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 6 }),
}));
const payload = fc.oneof(
  fc.dictionary(name, odd, { maxKeys: 8 }),
  fc
    .dictionary(name, odd, { maxKeys: 3 })
    .map((more) => ({ identifier: 'user-9', user: 'user-1', company: 2, template: 'x', name: 'x', ...more })),
);
const text = fc.oneof(payload, odd).map((value) => JSON.stringify(value) ?? '');

/** Takes a piece out of a text, or puts one in, or doubles one. */
const mutated = fc
  .tuple(
    text,
    fc.nat(),
    fc.nat(20),
    fc.constantFrom(
      '',
      ',',
      '"',
      '{',
      '}',
      ']',
      '[',
      '\\',
      ':',
      'NaN',
      '1e999',
      '9'.repeat(400),
      '\u0000',
      '\ufeff',
      '//',
      '/**/',
      '\\u',
      '\\ud800',
      '"__proto__":{"x":1},',
    ),
  )
  .map(([whole, at, length, piece]) => {
    const start = whole.length === 0 ? 0 : at % whole.length;
    return whole.slice(0, start) + piece + whole.slice(start + length);
  });

const HEAVY: readonly (string | Uint8Array)[] = [
  '['.repeat(102_400),
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}`,
  `{"identifier":1,"company":${'{"identifier":1,"user":{"identifier":1,"company":'.repeat(49)}1${'}}'.repeat(49)}}`,
  `{"identifier":1,"relationships":[${'{},'.repeat(20_000)}{}]}`,
  `{"identifier":1,"companies":[${'null,'.repeat(19_000)}null]}`,
  `{"identifier":1,"users":[${'"x",'.repeat(20_000)}"x"]}`,
  `{"identifier":1,"preferences":[${'{"topic":1},'.repeat(8000)}1]}`,
  `{${Array.from({ length: 10_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  `{"identifier":1,"properties":{${Array.from({ length: 9000 }, (_, index) => `"K ${index}":1`).join(',')}}}`,
  `{"identifier":1,${Array.from({ length: 3000 }, () => '"identifier":{},"Identifier":2').join(',')}}`,
  `{"identifier":${'9'.repeat(100_000)}}`,
  `{"identifier":1,"properties":[${'1e400,'.repeat(15_000)}0]}`,
  `{"identifier":1,"properties":{"a":0.${'1'.repeat(90_000)}}}`,
  `{"email":"${'a'.repeat(50_000)}@${'b'.repeat(50_000)}"}`,
  `{"email":"${'@'.repeat(100_000)}"}`,
  `{"to":"${'<'.repeat(100_000)}","subject":"x","body":{"type":"text","content":""}}`,
  `{"to":"\\"${'\\\\'.repeat(45_000)}<a@b>","subject":"x"}`,
  `{"name":"${'A'.repeat(100_000)}","user":1}`,
  `{"name":"${'aA'.repeat(50_000)}","user":1}`,
  `{"${'é_'.repeat(30_000)}":1}`,
  `{"signed_up_at":"${'2026-'.repeat(20_000)}","identifier":1}`,
  ' '.repeat(102_400),
  `"${'\\u0000'.repeat(17_000)}"`,
  new Uint8Array(102_400),
  new Uint8Array(102_400).fill(0xff),
  new Uint8Array(200_000).fill(0x20),
];

const body = fc.oneof(
  { weight: 40, arbitrary: text.map(toBytes) },
  { weight: 30, arbitrary: mutated.map(toBytes) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(text, fc.nat())
      .map(([whole, at]) => toBytes(whole).slice(0, at % Math.max(1, whole.length))),
  },
  { weight: 8, arbitrary: fc.uint8Array({ maxLength: 60 }) },
  { weight: 4, arbitrary: text.map((whole) => new Uint8Array(Buffer.from(whole, 'utf16le'))) },
  { weight: 4, arbitrary: text.map((whole) => new Uint8Array(Buffer.from(whole, 'latin1'))) },
  { weight: 3, arbitrary: fc.constant(new Uint8Array(0)) },
  { weight: 1, arbitrary: fc.constantFrom(...HEAVY).map(toBytes) },
);

const hostile: fc.Arbitrary<Hostile> = fc.record({
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

function open(): UserlistEngine {
  const engine = createUserlistEngine({ clock: createManualClock(START), rateLimit: 'off' });
  seed(engine);
  return engine;
}

/** A little of everything, so that there is something to spoil. */
function seed(engine: UserlistEngine): void {
  const push = (path: string, value: unknown): void => {
    const sent = {
      method: 'POST',
      target: path,
      headers: [['Authorization', `Push ${KEY}`] as const],
      body: toBytes(value),
    };
    if (engine.answer(toCall(engine, sent)).exchange.status !== 202)
      throw new Error(`The seed was refused at ${path}.`);
  };
  push('/users', {
    identifier: 'user-1',
    email: 'ada@example.com',
    properties: { a: { b: [1] } },
    company: 'company-1',
    preferences: [{ topic: 'x', subscribed: true }],
  });
  push('/users', { email: 'ben@example.com' });
  push('/events', { name: 'x', user: 'user-1', company: 'company-1', properties: { c: 1 } });
  push('/messages', { template: 'x', user: 'user-1' });
}

const shown = (engine: UserlistEngine): string =>
  JSON.stringify(COLLECTIONS.map((collection) => viewAll(engine, collection, KEY)));

function toHostileCall(engine: UserlistEngine, { lie, complete, ...sent }: Hostile): Call {
  const call = toCall(engine, sent);
  return { ...call, size: call.size + lie, complete };
}

function expectEnvelope(answer: {
  status: number;
  reason: string;
  headers: readonly string[];
  body: string;
}): void {
  const envelope = JSON.parse(answer.body) as { status: number; code: RefusalCode; errors: string[] };
  expect(Object.keys(envelope)).toEqual(['status', 'code', 'errors']);
  const known = contract.refusals[envelope.code];
  expect([answer.status, answer.reason, envelope.status]).toEqual([known.status, known.reason, known.status]);
  expect(envelope.errors.length).toBeGreaterThan(0);
  expect(
    envelope.errors.every((line) => typeof line === 'string' && line.trim() !== '' && line.length < 2000),
  ).toBe(true);
  if (envelope.code !== 'unprocessable_content' && !known.text.includes('{'))
    expect(envelope.errors).toEqual([known.text]);
  const length = new TextEncoder().encode(answer.body).byteLength;
  expect(answer.headers).toEqual(['Content-Type', 'application/json', 'Content-Length', String(length)]);
}

describe(`an engine under ${RUNS} hostile requests (seed ${SEED})`, () => {
  it('answers each in the envelope or hangs up, journals each once, and changes nothing that it refuses', () => {
    const inherited = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    let engine = open();
    let state = shown(engine);
    const seen = new Map<number | null, number>();

    fc.assert(
      fc.property(hostile, (sent) => {
        const entries = engine.journal.size + engine.journal.dropped;
        const outcome = engine.answer(toHostileCall(engine, sent));
        const { exchange } = outcome;
        seen.set(exchange.status, (seen.get(exchange.status) ?? 0) + 1);

        expect(exchange.crashed, exchange.reason ?? '').toBe(false);
        expect(engine.journal.size + engine.journal.dropped).toBe(entries + 1);
        expect(outcome.kind).toBe(sent.complete ? 'answer' : 'hang-up');

        const explained = engine.service.explain(exchange);
        expect(explained.diagnostics.length).toBeLessThanOrEqual(100);
        for (const { message } of explained.diagnostics) expect(message.length).toBeGreaterThan(0);
        JSON.stringify(explained);

        const leaks = sent.headers.filter(([name, value]) => engine.service.maskHeader(name, value).includes(KEY));
        expect(leaks).toEqual([]);
        expect(exchange.reason ?? '').not.toContain(KEY);

        if (outcome.kind === 'answer' && outcome.answer.status === 202) {
          expect(outcome.answer).toEqual(engine.service.accepted);
          engine.accounts.list().forEach(({ world }) => {
            for (const collection of COLLECTIONS)
              engine.service.view(world, collection, {
                identifier: null,
                email: null,
                name: null,
                after: null,
                limit: 100,
              });
            engine.service.counts(world);
          });
          engine = open();
          state = shown(engine);
        } else {
          if (outcome.kind === 'answer') expectEnvelope(outcome.answer);
          expect(shown(engine)).toBe(state);
          expect(explained.changes).toEqual([]);
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );

    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(inherited);
    // A suite whose requests all ended at the door would prove little.
    for (const status of [202, 400, 401, 404, 413, 422, null])
      expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(100);
  });

  it('answers every heavy body on every path within a second', () => {
    const engine = open();
    for (const target of PATHS) {
      for (const method of ['POST', 'DELETE']) {
        for (const heavy of HEAVY) {
          const sent = {
            method,
            target,
            headers: [
              ['Authorization', `Push ${KEY}`] as const,
              ['Content-Type', 'application/json'] as const,
            ],
            body: toBytes(heavy),
          };
          const { exchange } = engine.answer(toCall(engine, sent));
          expect(exchange.crashed, exchange.reason ?? '').toBe(false);
          expect(exchange.ownMs).toBeLessThan(1000);
          engine.service.explain(exchange);
        }
      }
    }
  });
});
