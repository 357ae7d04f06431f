import { describe, expect, it } from 'vitest';
import { defineUrlFlag } from './url-flag.ts';

const flag = defineUrlFlag({ default: 'http://127.0.0.1:4010', help: 'Where.' });

describe('An address', () => {
  it.each([
    ['http://localhost:4010/', 'http://localhost:4010'],
    ['https://example.com', 'https://example.com'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['http://proxy.example/understudy/', 'http://proxy.example/understudy'],
  ])('%s has no slash at its end: %s', (text, url) => {
    expect(flag.decode([text], '--url')).toBe(url);
  });

  it.each(['localhost:4010', '4010', 'ftp://localhost', ''])('is not "%s"', (text) => {
    expect(() => flag.decode([text], '--url')).toThrow('write an address such as http://127.0.0.1:4010');
  });
});
