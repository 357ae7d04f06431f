export const KEY = 'Authorization: Push hostile-key-0001';
/** A body that is accepted. */
export const GOOD = '{"identifier":"u"}';
export const CHUNKED = 'Transfer-Encoding: chunked';

/** Something to send that no well-behaved client would, and what the vendor says to it. */
export type HostileRequest = {
  readonly what: string;
  readonly says: readonly (string | Uint8Array)[];
  /** Closes its own side after the last word. */
  readonly leaves?: boolean;
  readonly status: number;
  /** Method and target of the last entry in the journal, as far as they could be told. */
  readonly journal: readonly [method: string, target: string];
};

/** A request that asks for the connection to be closed after its answer. */
export function request(line: string, headers: readonly string[] = [], body = ''): string {
  return [line, 'Host: localhost', 'Connection: close', ...headers, '', body].join('\r\n');
}

/** The same to `/users`, with a key. */
export function post(headers: readonly string[], body = ''): string {
  return request('POST /users HTTP/1.1', [KEY, ...headers], body);
}

export const hostileRequests: readonly HostileRequest[] = [
  { what: 'a line that is no request', says: ['GARBAGE\r\n\r\n'], status: 400, journal: ['', ''] },
  {
    what: 'a request line without a version',
    says: ['GET /users\r\n\r\n'],
    status: 404,
    journal: ['GET', '/users'],
  },
  {
    what: 'an unknown version',
    says: ['GET /users HTTP/9.9\r\n\r\n'],
    status: 400,
    journal: ['GET', '/users'],
  },
  {
    what: 'a verb that does not exist',
    says: [request('FROB /users HTTP/1.1')],
    status: 400,
    journal: ['FROB', '/users'],
  },
  {
    what: 'a verb in lower case',
    says: [request('post /users HTTP/1.1')],
    status: 400,
    journal: ['post', '/users'],
  },
  {
    what: 'the preface of HTTP/2',
    says: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    status: 400,
    journal: ['PRI', '*'],
  },
  {
    what: 'a TLS handshake',
    says: [Uint8Array.of(22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3)],
    status: 400,
    journal: ['', ''],
  },
  { what: 'zero bytes', says: [new Uint8Array(64)], status: 400, journal: ['', ''] },
  {
    what: 'a zero byte in the path',
    says: [request('GET /us\0ers HTTP/1.1')],
    status: 400,
    journal: ['', ''],
  },
  { what: 'a zero byte in a header', says: [post(['X-A: a\0b'])], status: 400, journal: ['POST', '/users'] },
  {
    what: 'a header without a colon',
    says: [post(['no colon here'])],
    status: 400,
    journal: ['POST', '/users'],
  },
  { what: 'a blank before the colon', says: [post(['X-A : b'])], status: 400, journal: ['POST', '/users'] },
  { what: 'a folded header', says: [post(['X-A: b', ' c'])], status: 400, journal: ['POST', '/users'] },
  {
    what: 'a bare line feed as header end',
    says: [post(['X-A: b\nX-B: c'])],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'two lengths',
    says: [post(['Content-Length: 2', 'Content-Length: 3'], '{}')],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'a length that is no number',
    says: [post(['Content-Length: two'], '{}')],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'a negative length',
    says: [post(['Content-Length: -1'], '{}')],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'a length beyond all numbers',
    says: [post([`Content-Length: ${'9'.repeat(40)}`])],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'a length and chunks',
    says: [post(['Content-Length: 2', CHUNKED], '0\r\n\r\n')],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'an unknown transfer encoding',
    says: [post(['Transfer-Encoding: gzip'], '{}')],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'a chunk size that is none',
    says: [post([CHUNKED], 'ZZ\r\n')],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'a bad chunk after a good one',
    says: [post([CHUNKED], '2\r\n{}\r\nZZ\r\n')],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'a chunk longer than it says',
    says: [post([CHUNKED], '1\r\n{}\r\n0\r\n\r\n')],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'endless chunk extensions',
    says: [post([CHUNKED], `1;${'a'.repeat(20_000)}`)],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'more headers than are read',
    says: [post([`X-A: ${'a'.repeat(20_000)}`])],
    status: 431,
    journal: ['POST', '/users'],
  },
  {
    what: 'a path longer than is read',
    says: [request(`GET /${'a'.repeat(20_000)} HTTP/1.1`)],
    status: 431,
    journal: ['', ''],
  },
  {
    what: 'a request with garbage behind it',
    says: [['POST /users HTTP/1.1', KEY, 'Content-Length: 2', '', '{}garbage\r\n\r\n'].join('\r\n')],
    status: 400,
    journal: ['', ''],
  },
  {
    what: 'a CONNECT',
    says: ['CONNECT example.com:443 HTTP/1.1\r\n\r\n'],
    status: 404,
    journal: ['CONNECT', 'example.com:443'],
  },
  {
    what: 'a CONNECT to a path',
    says: ['CONNECT /users HTTP/1.1\r\n\r\n'],
    status: 404,
    journal: ['CONNECT', '/users'],
  },
  {
    what: 'an upgrade to WebSocket',
    says: [['GET /users HTTP/1.1', 'Connection: upgrade, close', 'Upgrade: websocket', '', ''].join('\r\n')],
    status: 404,
    journal: ['GET', '/users'],
  },
  {
    what: 'an expectation nobody knows',
    says: [request('GET /nope HTTP/1.1', ['Expect: miracles'])],
    status: 404,
    journal: ['GET', '/nope'],
  },
  {
    what: 'a path with two slashes',
    says: [request('POST //users HTTP/1.1', [KEY])],
    status: 404,
    journal: ['POST', '//users'],
  },
  {
    what: 'a path with dots',
    says: [request('POST /users/../nope HTTP/1.1', [KEY])],
    status: 404,
    journal: ['POST', '/users/../nope'],
  },
  {
    what: 'a path that is no UTF-8',
    says: [request('GET /%FF%FE HTTP/1.1')],
    status: 404,
    journal: ['GET', '/%FF%FE'],
  },
  {
    what: 'a path that is badly encoded',
    says: [request('GET /%zz HTTP/1.1')],
    status: 404,
    journal: ['GET', '/%zz'],
  },
  {
    what: 'an encoded zero byte',
    says: [request('GET /%00 HTTP/1.1')],
    status: 404,
    journal: ['GET', '/%00'],
  },
  { what: 'an asterisk', says: [request('OPTIONS * HTTP/1.1')], status: 404, journal: ['OPTIONS', '*'] },
  {
    what: 'a query that is badly encoded',
    says: [request('GET /nope?%zz=%&a[=1 HTTP/1.1')],
    status: 404,
    journal: ['GET', '/nope?%zz=%&a[=1'],
  },
  {
    what: 'the name of a prototype as a path',
    says: [request('GET /__proto__ HTTP/1.1')],
    status: 404,
    journal: ['GET', '/__proto__'],
  },
  {
    what: 'a very long path',
    says: [request(`GET /${'a'.repeat(9000)} HTTP/1.1`)],
    status: 404,
    journal: ['GET', `/${'a'.repeat(9000)}`],
  },
  {
    what: 'a malformed content type',
    says: [post(['Content-Type: ;;;/', `Content-Length: ${GOOD.length}`], GOOD)],
    status: 422,
    journal: ['POST', '/users'],
  },
  {
    what: 'a content type with a huge charset',
    says: [post([`Content-Type: application/json; charset=${'x'.repeat(5000)}`, 'Content-Length: 2'], '{]')],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'a content encoding nobody knows',
    says: [post(['Content-Encoding: br', 'Content-Length: 2'], '{}')],
    status: 400,
    journal: ['POST', '/users'],
  },
  {
    what: 'headers that Fastify acts upon',
    says: [
      request('GET /nope HTTP/1.1', ['Accept-Version: 9.x', 'X-HTTP-Method-Override: POST', 'Request-Id: 1']),
    ],
    status: 404,
    journal: ['GET', '/nope'],
  },
  {
    what: 'a header named __proto__',
    says: [request('GET /nope HTTP/1.1', ['__proto__: x', 'constructor: y'])],
    status: 404,
    journal: ['GET', '/nope'],
  },
  {
    what: 'HTTP/1.0 without a host',
    says: ['GET /nope HTTP/1.0\r\n\r\n'],
    status: 404,
    journal: ['GET', '/nope'],
  },
  {
    what: 'HTTP/1.1 without a host',
    says: ['GET /nope HTTP/1.1\r\nConnection: close\r\n\r\n'],
    status: 404,
    journal: ['GET', '/nope'],
  },
  {
    what: 'two hosts',
    says: [request('GET /nope HTTP/1.1', ['Host: other'])],
    status: 404,
    journal: ['GET', '/nope'],
  },
  {
    what: 'a body on GET',
    says: [request('GET /users HTTP/1.1', ['Content-Length: 2'], '{}')],
    status: 404,
    journal: ['GET', '/users'],
  },
  {
    what: 'a body one byte over the limit',
    says: [post(['Content-Length: 102401'], ' '.repeat(102_401))],
    status: 413,
    journal: ['POST', '/users'],
  },
  {
    what: 'chunks over the limit',
    says: [post([CHUNKED], `19001\r\n${' '.repeat(102_401)}\r\n0\r\n\r\n`)],
    status: 413,
    journal: ['POST', '/users'],
  },
  {
    what: 'a body of 17 MiB',
    says: [post(['Content-Length: 17825792']), new Uint8Array(17_825_792)],
    status: 413,
    journal: ['POST', '/users'],
  },
  {
    what: 'a length far beyond what comes before the cap',
    says: [post(['Content-Length: 99999999999']), new Uint8Array(16_777_216)],
    status: 413,
    journal: ['POST', '/users'],
  },
  {
    what: 'a head that ends in the middle',
    says: ['POST /users HTTP/1.1\r\nHost: loc'],
    leaves: true,
    status: 400,
    journal: ['', ''],
  },
];
