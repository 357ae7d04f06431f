import { describe, expect, it } from 'vitest';
import { decodeControlToken, toControlToken } from './control-token.ts';

const bytes = (size: number) => Buffer.alloc(size, 7);

describe('The token of the desk', () => {
  it.each([
    ['localhost', null, null],
    ['127.0.0.1', null, null],
    ['::1', null, null],
    ['localhost', 'mine', 'mine'],
    ['0.0.0.0', 'mine', 'mine'],
    ['0.0.0.0', null, bytes(24).toString('base64url')],
    ['::', null, bytes(24).toString('base64url')],
    ['10.0.0.7', null, bytes(24).toString('base64url')],
  ])('on %s with %j is %j', (host, controlToken, token) => {
    expect(toControlToken({ host, controlToken }, bytes)).toBe(token);
  });

  it.each(['', 'a b', 'schlüssel', 'a\nb'])('cannot be %j, which is not repeated', (token) => {
    expect(() => decodeControlToken(token, '--control-token')).toThrow(
      /^--control-token (?:is empty|holds a token) ?[ -~]*$/,
    );
    expect(decodeControlToken('a-B_c.9~', '--control-token')).toBe('a-B_c.9~');
  });
});
