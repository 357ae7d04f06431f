import type { Headers } from './replay.ts';

const AXIOS_FIRST: Headers = [
  ['Accept', 'application/json, text/plain, */*'],
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Authorization', 'Push {key}'],
  ['User-Agent', 'axios/1.21.1'],
];
const AXIOS_LAST: Headers = [
  ['Accept-Encoding', 'gzip, compress, deflate, br'],
  ['Host', '{host}'],
  ['Connection', 'keep-alive'],
];

export const FETCH: Headers = [
  ['host', '{host}'],
  ['connection', 'keep-alive'],
  ['Authorization', 'Push {key}'],
  ['Content-Type', 'application/json'],
  ['accept', '*/*'],
  ['accept-language', '*'],
  ['sec-fetch-mode', 'cors'],
  ['user-agent', 'node'],
  ['accept-encoding', 'gzip, deflate'],
  ['content-length', '{length}'],
];

export const GO: Headers = [
  ['Host', '{host}'],
  ['User-Agent', 'Go-http-client/1.1'],
  ['Content-Length', '{length}'],
  ['Authorization', 'Push {key}'],
  ['Content-Type', 'application/json'],
  ['Accept-Encoding', 'gzip'],
];

export const AXIOS: Headers = [...AXIOS_FIRST, ['Content-Length', '{length}'], ...AXIOS_LAST];
export const BARE_AXIOS: Headers = [...AXIOS_FIRST, ...AXIOS_LAST];
