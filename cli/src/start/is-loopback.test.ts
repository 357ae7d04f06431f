import { describe, expect, it } from 'vitest';
import { isLoopback } from './is-loopback.ts';

describe('Only this machine can reach', () => {
  it.each(['localhost', 'LOCALHOST', 'understudy.localhost', '127.0.0.1', '127.8.9.1', '::1'])(
    '%s',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  it.each(['0.0.0.0', '::', '192.168.1.7', 'example.com', 'localhost.example.com', '127.0.0.1.example.com'])(
    'not %s',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
