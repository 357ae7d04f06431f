import { execFile, execFileSync } from 'node:child_process';
import { chown, copyFile, cp, link, mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { basename, delimiter, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Instruction, parseDockerfile, type Stage } from './dockerfile.ts';
import { createContextFilter } from './dockerignore.ts';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const run = promisify(execFile);

export type Image = {
  /** Where the last stage has its files; `/data` of the image is `data` in it. */
  readonly folder: string;
  readonly stage: Stage;
};

/**
 * Does by hand what a Dockerfile says, without an engine: each stage is a folder, which holds nothing that no instruction has
 * put there. Of the base images there is only Node, by its place in the last; what `npm ci` would install is taken from the clone,
 * once npm has found that it could.
 */
export async function buildImage(folder: string): Promise<Image> {
  const stages = parseDockerfile(await readFile(join(ROOT, 'Dockerfile'), 'utf8'));
  const places = new Map<string, string>();
  let image: Image | null = null;
  for (const [index, stage] of stages.entries()) {
    const place = join(folder, stage.name ?? String(index));
    places.set(stage.name ?? String(index), place);
    await buildStage(stage, place, places);
    image = { folder: place, stage };
  }
  if (image === null) throw new Error('The Dockerfile has no stage.');
  const node = join(image.folder, 'nodejs/bin/node');
  await mkdir(dirname(node), { recursive: true });
  // 126 MB, and a clone may be where the user of the image cannot look.
  await link(process.execPath, node).catch(() => copyFile(process.execPath, node));
  return image;
}

async function buildStage(
  { instructions }: Stage,
  place: string,
  places: ReadonlyMap<string, string>,
): Promise<void> {
  let cwd = place;
  for (const instruction of instructions) {
    if (instruction.name === 'WORKDIR') {
      cwd = join(place, instruction.text);
      await mkdir(cwd, { recursive: true });
    } else if (instruction.name === 'COPY') await copy(instruction, place, cwd, places);
    else if (instruction.name === 'RUN') await runLine(instruction.text, cwd);
  }
}

async function copy(
  { flags, words }: Instruction,
  place: string,
  cwd: string,
  places: ReadonlyMap<string, string>,
): Promise<void> {
  const to = words.at(-1) ?? '';
  const target = posix.isAbsolute(to) ? join(place, to) : join(cwd, to);
  const from = flags.from === undefined ? ROOT : places.get(flags.from);
  if (from === undefined) throw new Error(`There is no stage ${flags.from}.`);
  const takes = flags.from === undefined ? await readContext() : () => true;
  for (const word of words.slice(0, -1)) {
    const source = join(from, word);
    if (!takes(word)) throw new Error(`${word} does not go to the builder; see .dockerignore.`);
    const isFolder = (await stat(source)).isDirectory();
    const into = isFolder || !to.endsWith('/') ? target : join(target, basename(word));
    await cp(source, into, {
      recursive: true,
      filter: (path) => path === source || takes(path.slice(from.length).replace(/^\/+/, '')),
    });
    if (flags.chown !== undefined) await giveTo(into, flags.chown);
  }
}

async function readContext(): Promise<(path: string) => boolean> {
  return createContextFilter(await readFile(join(ROOT, '.dockerignore'), 'utf8'));
}

/** Only root can give files away; else they stay with who runs the tests, and so does the stand-in. */
async function giveTo(path: string, owner: string): Promise<void> {
  const [user = 0, group = 0] = owner.split(':').map(Number);
  if (isRoot()) await chown(path, user, group);
}

export const isRoot = (): boolean => process.getuid?.() === 0;

async function runLine(line: string, cwd: string): Promise<void> {
  if (!line.startsWith('npm ci ')) {
    const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
    execFileSync('sh', ['-c', line], { cwd, stdio: 'pipe', env: { ...process.env, PATH } });
    return;
  }
  // It says what it would do only where the lockfile fits to every package.json.
  await run('npm', [...line.split(' ').slice(1), '--dry-run'], { cwd, maxBuffer: 64 * 1024 * 1024 });
  await linkModules(cwd);
}

/** Packages of others are those of the clone, our own are those in the folder. */
async function linkModules(cwd: string): Promise<void> {
  const { workspaces } = JSON.parse(await readFile(join(cwd, 'package.json'), 'utf8'));
  const modules = join(cwd, 'node_modules');
  await mkdir(join(modules, '@understudy'), { recursive: true });
  for (const name of await readdir(join(ROOT, 'node_modules')))
    if (name !== '@understudy' && name !== 'understudy')
      await symlink(join(ROOT, 'node_modules', name), join(modules, name));
  for (const workspace of workspaces) {
    const { name } = JSON.parse(await readFile(join(cwd, workspace, 'package.json'), 'utf8'));
    await symlink(join(cwd, workspace), join(modules, name));
  }
}
