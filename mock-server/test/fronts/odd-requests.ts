import { CHUNKED, GOOD, type HostileRequest, KEY, post, request } from './raw-request.ts';

/** HTTP that can be read and that no client of the vendor sends. */
export const oddRequests: readonly HostileRequest[] = [
  {
    what: 'a request line without a version',
    says: ['GET /users\r\n\r\n'],
    status: 404,
    journal: ['GET', '/users'],
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
];
