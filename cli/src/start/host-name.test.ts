import { describe, expect, it } from 'vitest';
import { decodeHostName } from './host-name.ts';

describe('A host that the desk answers to', () => {
  it.each(['understudy', 'ci_1.test', 'understudy.test:4010', '10.0.0.7', '[fe80::1]', '[::1]:4010'])(
    'may be %s',
    (host) => {
      expect(decodeHostName(host, '--allowed-host')).toBe(host);
    },
  );

  it.each(['', 'http://ci.test', 'ci.test/', 'a b', '*.test', 'ci.test:', '.test', 'a,b'])(
    'may not be %j',
    (host) => {
      expect(() => decodeHostName(host, '--allowed-host')).toThrow(
        `--allowed-host is ${JSON.stringify(host)}; write a host such as understudy.test or 10.0.0.7:4010.`,
      );
    },
  );
});
