import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

/** Texts or bytes by the paths of their files. */
export type FolderContents = Readonly<Record<string, string | Uint8Array>>;

/** Says how to make folders that are gone after the test that made them. */
export function useTemporaryFolders(): (contents?: FolderContents) => Promise<string> {
  const made: string[] = [];
  afterEach(async () => {
    await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
  });
  return async (contents = {}) => {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-test-'));
    made.push(folder);
    for (const [name, content] of Object.entries(contents)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return folder;
  };
}
