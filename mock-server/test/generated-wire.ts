import fc from 'fast-check';
import { type Hostile, hostile } from './generated-requests.ts';
import { toBytes } from './stand-in.ts';

/** What is said on the wire of how long a request is, and how much of it comes. */
export type Framing =
  | 'right length'
  | 'over the limit'
  | 'length too short'
  | 'length too long'
  | 'two lengths'
  | 'chunked'
  | 'bad chunk'
  | 'endless head'
  | 'half a head'
  | 'half a body'
  | 'garbage before';

/** How its sender goes: not at all, in good order, cut off when all was read, or cut off at once. */
export type Ending = 'stay' | 'leave' | 'reset' | 'vanish';

/** A request as bytes. */
export type Wire = {
  readonly framing: Framing;
  readonly ending: Ending;
  readonly bytes: Uint8Array;
  /** Bytes stand behind what it says is its end. */
  readonly hasMore: boolean;
};

const framing = fc.constantFrom<Framing>(
  'right length',
  'right length',
  'right length',
  'over the limit',
  'length too short',
  'length too long',
  'two lengths',
  'chunked',
  'chunked',
  'bad chunk',
  'endless head',
  'half a head',
  'half a body',
  'garbage before',
);
const ending = fc.constantFrom<Ending>('stay', 'leave', 'leave', 'leave', 'reset', 'reset', 'vanish');
const GARBAGE = [
  '\r\n',
  '\n\n\r\n',
  '\0',
  'x',
  ' ',
  'GARBAGE\r\n\r\n',
  '\x16\x03\x01\x02\x00',
  '{}',
  'HTTP/1.1 200 OK\r\n\r\n',
];
const CHUNKED = 'Transfer-Encoding: chunked';
const lengthOf = (bytes: number): string => `Content-Length: ${bytes}`;

/** A request that nobody should send, in bytes, with every framing and every ending. */
export const wire: fc.Arbitrary<Wire> = fc
  .tuple(hostile, framing, ending, fc.nat())
  .map(([sent, framing, ending, at]) => {
    // A sender that stays would else keep its connection until it has been idle for long.
    const connection = ending === 'stay' || at % 2 === 0 ? ['Connection: close'] : [];
    const { headers, body } = toFramed(framing, sent, at);
    const head = toBytes(toHead(sent, [...connection, ...headers]));
    const before = framing === 'garbage before' ? (GARBAGE[at % GARBAGE.length] ?? '') : '';
    const bytes =
      framing === 'half a head'
        ? head.slice(0, at % 8 === 0 ? 0 : at % head.byteLength)
        : join(toBytes(before), head, body);
    return { framing, ending, bytes, hasMore: framing === 'length too short' && body.byteLength > 0 };
  });

function toFramed(
  framing: Framing,
  { body, lie }: Hostile,
  at: number,
): { headers: string[]; body: Uint8Array } {
  const size = body.byteLength;
  const end = toBytes('\r\n0\r\n\r\n');
  switch (framing) {
    case 'over the limit': {
      const padded = join(body, new Uint8Array(102_401 + (at % 50_000)).fill(0x20));
      return { headers: [lengthOf(padded.byteLength)], body: padded };
    }
    case 'length too short':
      return { headers: [lengthOf(size === 0 ? 0 : at % size)], body };
    case 'length too long':
      return { headers: [lengthOf(size + 1 + lie)], body };
    case 'two lengths':
      return { headers: [lengthOf(size), lengthOf(size + (at % 3))], body };
    case 'chunked': {
      const cut = at % (size + 1);
      const parts = [body.slice(0, cut), body.slice(cut)].filter(({ byteLength }) => byteLength > 0);
      const chunks = parts.flatMap((part) => [
        toBytes(`${part.byteLength.toString(16)}\r\n`),
        part,
        toBytes('\r\n'),
      ]);
      return { headers: [CHUNKED], body: join(...chunks, toBytes('0\r\n\r\n')) };
    }
    case 'bad chunk': {
      const said = ['ZZ', (size - 1).toString(16), (size + 9).toString(16), 'f'.repeat(20)][at % 4] ?? '';
      return { headers: [CHUNKED], body: join(toBytes(`${said}\r\n`), body, end) };
    }
    case 'endless head':
      return { headers: [`X-Endless: ${'a'.repeat(20_000)}`, lengthOf(size)], body };
    case 'half a body':
      return { headers: [lengthOf(Math.max(1, size))], body: body.slice(0, at % Math.max(1, size)) };
    default:
      return { headers: [lengthOf(size)], body };
  }
}

function toHead({ method, target, headers }: Hostile, more: readonly string[]): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${target} HTTP/1.1`, ...lines, ...more, '', ''].join('\r\n');
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
