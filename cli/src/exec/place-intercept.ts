import { realpathSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getAsset, isSea } from 'node:sea';
import { UsageError } from '../usage-error.ts';

/** The module that leads a program of Node to a stand-in, as a file. */
export type Placed = {
  readonly file: string;
  /** Takes away what was only put there for it; programs that begin later do not find it. */
  remove(): Promise<void>;
};

/** Where this command has the module. */
export type Origin =
  /** Beside the file that was run. */
  | { readonly kind: 'beside'; readonly program: string }
  /** Within an executable, which others cannot load it from. */
  | { readonly kind: 'within'; readonly text: string };

/** Its name beside the command, and as an asset of an executable. */
export const INTERCEPT_FILE = 'intercept.cjs';

/** Makes sure that the module is a file. Throws a UsageError where it cannot be written. */
export async function placeIntercept(origin: Origin = findOrigin()): Promise<Placed> {
  if (origin.kind === 'beside') {
    // What npm runs is a link to it.
    const file = join(dirname(realpathSync(origin.program)), INTERCEPT_FILE);
    return { file, remove: async () => {} };
  }
  const refuse = ({ message }: Error): never => {
    throw new UsageError(
      `--intercept writes what the command has to load into the folder for temporary files, ${tmpdir()}, which cannot be done (${message}); have ${process.platform === 'win32' ? 'TEMP' : 'TMPDIR'} name a folder with room that you may write to.`,
    );
  };
  // Nobody else may write there: what is in it is run.
  const folder = await mkdtemp(join(tmpdir(), 'understudy-')).catch(refuse);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const file = join(folder, INTERCEPT_FILE);
  await writeFile(file, origin.text, { mode: 0o600 }).catch(async (error: Error) => {
    await remove();
    refuse(error);
  });
  return { file, remove };
}

function findOrigin(): Origin {
  return isSea()
    ? { kind: 'within', text: getAsset(INTERCEPT_FILE, 'utf8') }
    : { kind: 'beside', program: process.argv[1] ?? '' };
}
