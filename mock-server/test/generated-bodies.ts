import fc from 'fast-check';
import { toBytes } from './stand-in.ts';

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
  'identify',
  'group',
  { groupId: 'company-1' },
  { traits: { email: 'ada@example.com' } },
  { Userlist: { extensions: { relationship: { properties: { role: 'owner' } } } } },
  { integrations: { All: true } },
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
  'userId',
  'groupId',
  'anonymousId',
  'event',
  'traits',
  'context',
  'integrations',
  'createdAt',
  'timestamp',
  'Userlist',
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
const message = fc
  .tuple(
    fc.constantFrom('identify', 'group', 'track', 'Track ', 'page', 'x'),
    fc.dictionary(name, odd, { maxKeys: 4 }),
  )
  .map(([type, more]) => ({ type, userId: 'user-9', groupId: 2, event: 'x', ...more }));
const text = fc.oneof(payload, message, odd).map((value) => JSON.stringify(value) ?? '');

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

/** What costs most to read, one of each kind. */
export const HEAVY: readonly (string | Uint8Array)[] = [
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
  `{"type":"identify","userId":1,"traits":{${Array.from({ length: 9000 }, (_, index) => `"K ${index}":1`).join(',')}}}`,
  `{"type":"identify","userId":${'9'.repeat(100_000)}}`,
  `{"type":"group","userId":1,"groupId":2,"traits":{"list":[${'1e20,'.repeat(20_000)}0]}}`,
  `{"type":"track","userId":1,"event":"x","context":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`,
  `{"type":"${'x'.repeat(100_000)}"}`,
  `{"batch":[${'{"type":"track"},'.repeat(6000)}{}]}`,
  ' '.repeat(102_400),
  `"${'\\u0000'.repeat(17_000)}"`,
  new Uint8Array(102_400),
  new Uint8Array(102_400).fill(0xff),
  new Uint8Array(200_000).fill(0x20),
];

/** Bodies that are broken, odd or heavy, and a few that are not. */
export const body = fc.oneof(
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
