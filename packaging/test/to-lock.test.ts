import { expect, it } from 'vitest';
import { toLock } from './to-lock.ts';

it('takes what the clone has from the registry, and says where it is', () => {
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
  );
  expect(lock).toEqual({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { a: '1.0.0' } },
      'node_modules/@b/c': { version: '1.0.0', resolved: 'https://registry.npmjs.org/@b/c/-/c-1.0.0.tgz' },
      'node_modules/a/node_modules/d': {
        name: 'e',
        version: '3.0.0',
        resolved: 'https://registry.npmjs.org/e/-/e-3.0.0.tgz',
      },
      'node_modules/f': { version: '4.0.0', resolved: 'https://elsewhere/f.tgz' },
    },
  });
});
