import { expect, it } from 'vitest';
import { headersOf } from './headers-of.ts';

it('Headers that came twice are read as when they were decided on', () => {
  const rawHeaders = ['Content-Encoding', 'identity', 'content-encoding', 'gzip', '__proto__', '1'];
  const single = ['Content-Type', 'text/plain', 'CONTENT-TYPE', 'application/json'];
  expect(Object.entries(headersOf({ rawHeaders: [...rawHeaders, ...single] }))).toEqual([
    ['content-encoding', 'identity, gzip'],
    ['__proto__', '1'],
    ['content-type', 'text/plain'],
  ]);
});
