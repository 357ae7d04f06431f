import { describe, expect, it } from 'vitest';
import { findCredentials, MOST_CREDENTIALS } from './credentials.ts';
import { createKeyMask, createProseMask } from './key-mask.ts';

const KEY = 'LongSecretKey-0123456789-ABCDEF';
const ordinary = (): null => null;

describe('a key in what is shown of its exchange', () => {
  it.each([KEY, encodeURIComponent(`${KEY}/ä`), JSON.stringify(`${KEY}"`)])('is hidden as %s', (written) => {
    const sent = [`Push ${KEY}`, `Push ${KEY}/ä`, `Push ${KEY}"`].flatMap((value) => [
      'Authorization',
      value,
    ]);
    expect(createKeyMask(sent)(`/users/${written}`)).not.toContain('LongSecret');
  });

  it('is hidden without an ending, where nobody can say what an ending is too', () => {
    expect(createKeyMask(['Authorization', `Push ${KEY}+503`])(`/users/${KEY}`)).toBe('/users/••••CDEF');
    expect(createKeyMask(['Authorization', 'Push dev+503'])('/users/dev')).toBe('/users/dev');
    const readBase = (key: string) => (key.endsWith('+503') ? { base: key.slice(0, -4) } : null);
    expect(createKeyMask(['Authorization', 'Push dev+503'], readBase)('/users/dev')).toBe('/users/••••');
  });

  it('is hidden as the name of Basic credentials too, with and without its ending, and as it was written', () => {
    const encoded = btoa(`${KEY}+503:`);
    const readBase = (key: string) => (key.endsWith('+503') ? { base: key.slice(0, -4) } : null);
    const mask = createKeyMask(['Authorization', `Basic ${encoded}`], readBase);
    expect(mask(`/users/${KEY}+503 ${KEY}`)).toBe('/users/••••+503 ••••CDEF');
    expect(mask(`/x?was=${encoded}`)).toBe('/x?was=••••');
    expect(createKeyMask(['Authorization', `Basic ${btoa('dev:')}`])('/x/dev/ZGV2Og==')).toBe('/x/••••/••••');
  });

  it('is hidden in sentences only when it is long', () => {
    const sent = ['Authorization', 'Push a', 'Authorization', `Push ${KEY}`];
    expect(createProseMask(sent)(`There is a ${KEY}.`)).toBe('There is a ••••CDEF.');
    expect(createKeyMask(sent)('/a/b')).toBe('/••••/b');
  });
});

describe('how many credentials are looked for', () => {
  const parts = Array.from({ length: 3000 }, (_, number) => `part-number-${number}`);

  it.each([
    ['parts', ['Authorization', `Basic ${btoa(parts.join(':'))}`]],
    ['headers', parts.flatMap((part) => ['authorization', `Push ${part}`])],
  ])('is bounded with many %s', (_name, rawHeaders) => {
    const found = findCredentials(rawHeaders, ordinary);
    expect(found).toHaveLength(MOST_CREDENTIALS);
    expect(found.map(({ text }) => text)).toContain('part-number-0');
  });
});
