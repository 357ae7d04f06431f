import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { placeIntercept } from './place-intercept.ts';

const FOLDER = 'a b "c" %20';

it.skipIf(process.platform === 'win32')(
  'is beside the command, whatever its path and whatever link it was run by, and stays there',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), `understudy ${FOLDER}`));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'understudy.js'), '');
    await writeFile(join(folder, 'intercept.cjs'), '');
    await symlink(join(folder, 'understudy.js'), join(folder, 'understudy'));
    const placed = await placeIntercept({ kind: 'beside', program: join(folder, 'understudy') });
    expect(placed.file).toBe(join(folder, 'intercept.cjs'));
    await placed.remove();
    expect((await stat(placed.file)).isFile()).toBe(true);
  },
);

it('is written where only its user can write, where the command is an executable, and is gone afterwards', async () => {
  const { file, remove } = await placeIntercept({ kind: 'within', text: '0;' });
  expect(await readFile(file, 'utf8')).toBe('0;');
  if (process.platform !== 'win32') expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
  await remove();
  await expect(stat(dirname(file))).rejects.toThrow('ENOENT');
});

it('needs a folder for temporary files, and says so where there is none', async () => {
  const name = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';
  vi.stubEnv(name, join(import.meta.dirname, 'none'));
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(placeIntercept({ kind: 'within', text: '0;' })).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringMatching(
      `^--intercept writes .*none, .*ENOENT.*; have ${name} name a folder .*\\.$`,
    ),
  });
});
