import { contract } from '@understudy/openapi/contract';
import fc from 'fast-check';
import type { Sent } from '../doors.ts';
import { body as anyBody } from '../generated-bodies.ts';
import { target as anyTarget, authorization, contentType } from '../generated-requests.ts';
import { toBytes } from '../stand-in.ts';
import { anyRequest } from '../store/any-request.ts';
import { documentedBodies } from './documented-bodies.ts';

const HOSTS = Object.values(contract.hosts);
const OPERATIONS = Object.entries(contract.operations);
const SENT_TYPE = 'application/json; charset=utf-8';

const jsonOf = (value: unknown): Uint8Array => (value === undefined ? toBytes('') : toBytes(value));

/** What stands in the paths of older clients. */
const named = fc.constantFrom(
  'u1',
  'u1',
  'u2',
  'c1',
  '4',
  'a%20b',
  '%E2%82%AC',
  'a%2Fb',
  '%zz',
  'a+b',
  'a;b',
  'a:b',
);

/** A path that leads somewhere, told in one of the ways that are tolerated. */
const pathLike = (path: string): fc.Arbitrary<string> =>
  fc
    .constantFrom('', '', '', '', '/', '.json', '?', '?a=b&c', '?q=%20%E0%A4%A')
    .chain((end) => named.map((name) => `${path.replace(/\{\w+\}/g, name)}${end}`));

type Asked = Pick<Sent, 'method' | 'target' | 'body'> & { readonly host: string | null };

const likely: fc.Arbitrary<Asked> = anyRequest.map(({ method, path, body }) => ({
  method,
  target: path,
  body: jsonOf(body),
  host: null,
}));

/** An operation of the contract with a body that the contract has for it, or with any. */
const described: fc.Arbitrary<Asked> = fc
  .constantFrom(...OPERATIONS)
  .chain(([id, { method, path, legacyPaths, host }]) =>
    fc.record({
      method: fc.constant(method.toUpperCase()),
      target: fc.constantFrom(path, path, path, ...legacyPaths).chain(pathLike),
      body: fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...(documentedBodies.get(id) ?? ['']).map(jsonOf)) },
        { weight: 1, arbitrary: anyBody },
      ),
      host: fc.constantFrom(null, null, contract.hosts[host], contract.hosts[host], ...HOSTS),
    }),
  );

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE', 'PURGE', 'FOO'];
/** What Node's client agrees to send; what else can stand in a request line is said in bytes. */
const SENDABLE = /^\/[!-~\u00a1-\u00ff]*$/;

const odd: fc.Arbitrary<Asked> = fc.record({
  method: fc.constantFrom(...METHODS),
  target: anyTarget.filter((target) => SENDABLE.test(target)),
  body: fc.oneof(fc.constant(new Uint8Array(0)), anyBody),
  host: fc.constantFrom(
    null,
    ...HOSTS,
    'PUSH.userlist.com',
    'push.userlist.com:80',
    'incoming.userlist.com.',
  ),
});

const key = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('dev', 'dev', 'other') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...Object.keys(contract.magicKeys.endings)
        .filter((ending) => ending !== 'slow')
        .map((ending) => `dev${contract.magicKeys.separator}${ending}`),
    ),
  },
);
const goodAuthorization = fc.oneof(
  { weight: 15, arbitrary: key.map((each) => `Push ${each}`) },
  { weight: 1, arbitrary: key.map((each) => `Basic ${Buffer.from(`${each}:`).toString('base64')}`) },
);

/** A header as HTTP has it: what stands around its value is not part of it. */
const header = (name: string, value: fc.Arbitrary<string>): fc.Arbitrary<[string, string]> =>
  value
    .map((each): [string, string] => [name, each.replace(/^[ \t]+|[ \t]+$/g, '')])
    .filter(([, each]) => /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(each));

const someHeaders = fc
  .tuple(
    fc.option(
      header(
        'Authorization',
        fc.oneof({ weight: 12, arbitrary: goodAuthorization }, { weight: 1, arbitrary: authorization }),
      ),
      { freq: 20 },
    ),
    fc.option(
      header(
        'Content-Type',
        fc.oneof({ weight: 8, arbitrary: fc.constant(SENT_TYPE) }, { weight: 1, arbitrary: contentType }),
      ),
      { freq: 15 },
    ),
    fc.oneof(
      { weight: 12, arbitrary: fc.constant<[string, string][]>([]) },
      {
        weight: 4,
        arbitrary: fc.array(
          fc.oneof(
            header(
              'X-Trace',
              fc.constantFrom('1', '', 'a, b', 'a\tb', 'Zoë', 'ZoÃ«', '\u00ff', 'x'.repeat(300)),
            ),
            header('x-trace', fc.constant('2')),
            header('Accept', fc.constantFrom('*/*', 'text/html')),
            header('Cookie', fc.constant('a=b')),
            header('Content-Encoding', fc.constantFrom('gzip', 'identity')),
            header('Authorization', fc.constant('Push second')),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constant(
          Array.from({ length: 1500 }, (_, at): [string, string] => [`x-${at % 700}`, 'y']),
        ),
      },
    ),
  )
  .map(([first, second, more]) => [first, second, ...more].filter((each) => each !== null));

const comes = fc.oneof(
  { weight: 7, arbitrary: fc.constant('whole' as const) },
  { weight: 3, arbitrary: fc.constant('in pieces' as const) },
  { weight: 1, arbitrary: fc.constant('broken off' as const) },
);

/** A request as some client might send it: what the contract describes, with bodies good and bad, and what it does not. */
export const anySent: fc.Arbitrary<Sent> = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: likely },
      { weight: 8, arbitrary: described },
      { weight: 3, arbitrary: odd },
    ),
    someHeaders,
    comes,
  )
  .map(([{ host, ...asked }, headers, how]) => ({
    ...asked,
    headers,
    ...(host === null ? {} : { host }),
    // Less than two bytes come at once or not at all.
    ...(asked.body.byteLength < 2 || how === 'whole' ? {} : { comes: how }),
  }));
