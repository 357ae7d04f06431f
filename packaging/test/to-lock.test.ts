import { expect, it } from 'vitest';
import { toLock } from './to-lock.ts';

it.each(['https://packages.example/npm/', 'https://packages.example/npm'])(
  'takes what the clone has from %s, and says where it is',
  (registry) => {
    const lock = toLock(
      {
        lockfileVersion: 3,
        packages: {
          '': { version: '0.1.0' },
          client: { version: '0.1.0' },
          'client/node_modules/a': { version: '2.0.0' },
          'node_modules/@understudy/client': { resolved: 'client', link: true },
          'node_modules/@b/c': { version: '1.0.0' },
          'node_modules/a/node_modules/d': { name: 'e', version: '3.0.0' },
          'node_modules/f': { version: '4.0.0', resolved: 'https://elsewhere/f.tgz' },
        },
      },
      { a: '1.0.0' },
      registry,
    );
    expect(lock).toEqual({
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { a: '1.0.0' } },
        'node_modules/@b/c': {
          version: '1.0.0',
          resolved: 'https://packages.example/npm/@b/c/-/c-1.0.0.tgz',
        },
        'node_modules/a/node_modules/d': {
          name: 'e',
          version: '3.0.0',
          resolved: 'https://packages.example/npm/e/-/e-3.0.0.tgz',
        },
        'node_modules/f': { version: '4.0.0', resolved: 'https://elsewhere/f.tgz' },
      },
    });
  },
);
