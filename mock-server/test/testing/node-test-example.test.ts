import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../examples/node-test', import.meta.url));

it('The example for node:test passes', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap'], {
    cwd: folder,
    env: { PATH: process.env.PATH },
  });
  expect(stdout).toContain('# pass 3\n# fail 0');
});
