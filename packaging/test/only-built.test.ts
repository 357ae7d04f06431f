import { expect, it } from 'vitest';
import { ROOT } from '../build-packages.ts';
import { npm } from '../npm.ts';

it.each(['openapi', 'mock-server', 'client', 'transformer', 'cli'])(
  'packs no sources: npm pack in %s says what to do instead',
  async (folder) => {
    await expect(npm(ROOT, ['pack', '--dry-run', '--silent', `./${folder}`])).rejects.toThrow(
      'run `npm run build` in the root',
    );
  },
);
