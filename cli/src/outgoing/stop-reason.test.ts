import type { PushFailure } from '@understudy/client';
import { describe, expect, it } from 'vitest';
import { isOutage, toLostReason, toStopReason } from './stop-reason.ts';

const facts = { ok: false, errors: [], rateLimit: null, attempts: 1, unknown: false } as const;
const http = (status: number): PushFailure => ({ ...facts, kind: 'http', status, code: null });

describe('a failure', () => {
  it.each([400, 403, 408, 413, 422, 429, 500, 503])('of one message ends nothing: %i', (status) => {
    expect(toStopReason(http(status), 'http://a.test')).toBeNull();
  });

  it.each([0, 301, 401, 404, 405])('that every message would share ends the run: %i', (status) => {
    expect(toStopReason(http(status), 'http://a.test')).toContain('http://a.test');
  });

  it.each([
    [422, false],
    [403, false],
    [408, true],
    [429, true],
    [502, true],
  ])('speaks of the service or not: %i %s', (status, expected) => {
    expect(isOutage(http(status))).toBe(expected);
  });
});

describe('nobody to be reached', () => {
  it.each([
    ['http://127.0.0.1:4010', 'ECONNREFUSED', 'Is the stand-in running? npx understudy start'],
    ['http://localhost:5000', 'ECONNREFUSED', 'Is the stand-in running? npx understudy start --port 5000'],
    ['http://nowhere.test', 'ENOTFOUND', 'The host nowhere.test cannot be found (ENOTFOUND). Check --url.'],
    ['http://10.0.0.1', 'EHOSTUNREACH', 'Check --url and the network.'],
    ['https://localhost:4010', 'ERR_SSL_WRONG_VERSION_NUMBER', 'should begin with http://.'],
    ['http://127.0.0.1:6000', 'bad port', 'Nothing can be sent to port 6000: fetch refuses it on principle.'],
    ['https://a.test', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'No secure connection'],
  ])('is told with a remedy: %s %s', (url, code, text) => {
    expect(toLostReason(url, code)).toContain(text);
  });
});
