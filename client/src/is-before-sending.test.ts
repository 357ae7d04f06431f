import { describe, expect, it } from 'vitest';
import { isBeforeSending } from './is-before-sending.ts';

function failed(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

describe('a request', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'never left after %s',
    (code) => {
      expect(isBeforeSending(failed(code))).toBe(true);
    },
  );

  it.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])(
    'may have left before %s',
    (code) => {
      expect(isBeforeSending(failed(code))).toBe(false);
    },
  );

  it('never left when every address of the host refused', () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    expect(
      isBeforeSending(new TypeError('fetch failed', { cause: new AggregateError([refused, refused]) })),
    ).toBe(true);
    expect(
      isBeforeSending(new TypeError('fetch failed', { cause: new AggregateError([refused, reset]) })),
    ).toBe(false);
  });

  it('never left through a port that fetch refuses', async () => {
    const refused = await fetch('http://127.0.0.1:6000').catch((error: unknown) => error);
    expect(isBeforeSending(refused)).toBe(true);
  });

  it('may have left where the platform hides the reason', () => {
    expect(isBeforeSending(new TypeError('Failed to fetch'))).toBe(false);
    expect(isBeforeSending('a string')).toBe(false);
    expect(isBeforeSending(undefined)).toBe(false);
  });

  it('is judged in finite time when an error is its own cause', () => {
    const error = new Error('circle');
    error.cause = error;
    expect(isBeforeSending(error)).toBe(false);
  });
});
