import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { renderNotices } from './notices.ts';

async function createRoot(manifests: Readonly<Record<string, object>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'understudy-notices-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [folder, manifest] of Object.entries(manifests)) {
    await mkdir(join(root, folder), { recursive: true });
    await writeFile(join(root, folder, 'package.json'), JSON.stringify(manifest));
  }
  return root;
}

it('tells the licence of every package of others once', async () => {
  const root = await createRoot({
    'node_modules/b': { name: 'b', version: '1.0.0', license: 'MIT' },
    'node_modules/b/node_modules/@a/c': { name: '@a/c', version: '2.0.0', license: 'ISC' },
  });
  await writeFile(join(root, 'node_modules/b/LICENSE.md'), 'You may.\n');
  const files = [
    'cli/src/main.ts',
    'node_modules/b/one.js',
    'node_modules/b/two.js',
    'node_modules/b/node_modules/@a/c/d/e.js',
  ];
  expect(await renderNotices(root, files)).toBe(
    `@a/c 2.0.0 (ISC)\n\n${'-'.repeat(80)}\n\nb 1.0.0 (MIT)\n\nYou may.\n`,
  );
});

it('takes nothing along that has no licence', async () => {
  const root = await createRoot({ 'node_modules/b': { name: 'b', version: '1.0.0' } });
  await expect(renderNotices(root, ['node_modules/b/one.js'])).rejects.toThrow(
    'b has no licence, so it cannot be part of a package.',
  );
});
