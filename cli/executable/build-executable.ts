import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIntercept } from '../build-intercept.ts';
import { INTERCEPT_FILE } from '../src/exec/place-intercept.ts';
import { UsageError } from '../src/usage-error.ts';
import { bundle } from './bundle.ts';
import { findNode, readNodeVersion } from './find-node.ts';
import { runTool, tryTool } from './run-tool.ts';
import { type Target, toTargetName } from './targets.ts';
import { toUnsigned } from './to-unsigned.ts';

/** An executable that was built. */
export type Built = {
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file, in hex. */
  readonly digest: string;
};

const [MAIN, CONFIG, BLOB] = ['understudy.cjs', 'sea-config.json', 'understudy.blob'];
/** What Node looks for in itself; both are of its own choice. */
const RESOURCE = 'NODE_SEA_BLOB';
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** Puts the command and a Node into one file in a folder. The same sources and tools make the same bytes. */
export async function buildExecutable(target: Target, folder: string): Promise<Built> {
  return withDraft(folder, async (draft) => {
    const isOwn = target.name === toTargetName(process.platform, process.arch);
    const blob = await writeBlob(draft, isOwn);
    const node = await findNode(target, draft);
    const made = join(draft, target.output);
    await copyNode(node, made, isOwn);
    await chmod(made, 0o755);
    const postject = fileURLToPath(import.meta.resolve('postject/dist/cli.js'));
    await runTool(process.execPath, [postject, made, RESOURCE, blob, '--sentinel-fuse', FUSE], draft);
    const file = join(folder, target.output);
    await rename(made, file);
    const content = await readFile(file);
    return { file, bytes: content.length, digest: createHash('sha256').update(content).digest('hex') };
  });
}

async function copyNode(node: string, to: string, isOwn: boolean): Promise<void> {
  if (node.endsWith('.exe')) {
    await writeFile(to, toUnsigned(await readFile(node)));
    return;
  }
  // 18 MB of it are for those who debug Node. What strip knows is the format of its own machine.
  if (!isOwn || !(await tryTool('strip', ['-o', to, node], dirname(to)))) await copyFile(node, to);
}

/** Makes only what is put into Node, for those who have to do the rest by hand; resolves with its path. */
export async function buildBlob(folder: string): Promise<string> {
  return withDraft(folder, async (draft) => {
    const file = join(folder, BLOB);
    await rename(await writeBlob(draft, true), file);
    return file;
  });
}

/** A cache of compiled code is of use on one kind of machine only. */
async function writeBlob(draft: string, withCache: boolean): Promise<string> {
  const version = await readNodeVersion();
  if (process.versions.node !== version)
    throw new UsageError(
      `An executable is built with Node ${version}, and this is Node ${process.versions.node}; run it as npm run build:executable after npm ci.`,
    );
  await bundle(join(draft, MAIN));
  await buildIntercept(join(draft, INTERCEPT_FILE));
  // Paths are kept in the blob, and those of the draft are never the same.
  await writeFile(join(draft, CONFIG), JSON.stringify(toConfig(withCache)));
  // Else the cache is another one each time.
  const words = ['--random-seed=1', '--experimental-sea-config', CONFIG];
  await runTool(process.execPath, words, draft);
  return join(draft, BLOB);
}

function toConfig(withCache: boolean): object {
  return {
    main: MAIN,
    output: BLOB,
    // Other programs load it, from a file that is written when one is to.
    assets: { [INTERCEPT_FILE]: INTERCEPT_FILE },
    disableExperimentalSEAWarning: true,
    useCodeCache: withCache,
    // Where the cache does not fit it is only slower, and nobody has to be told.
    execArgv: ['--disable-warning=Warning'],
    // NODE_OPTIONS is for the programs of who runs it, and those may have another Node.
    execArgvExtension: 'none',
  };
}

async function withDraft<Made>(folder: string, make: (draft: string) => Promise<Made>): Promise<Made> {
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(join(folder, `${basename(MAIN)}-`));
  try {
    return await make(draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
