import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The licences of all packages of others that files are of, as one text; their authors want them to go along with the code. */
export async function renderNotices(root: string, files: readonly string[]): Promise<string> {
  const folders = new Set(files.flatMap((file) => FOLDER.exec(file)?.[1] ?? []));
  const notices = await Promise.all([...folders].map((folder) => renderNotice(join(root, folder))));
  return [...new Set(notices)].sort().join(`\n${'-'.repeat(80)}\n\n`);
}

async function renderNotice(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).sort().find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined && license === undefined)
    throw new Error(`${name} has no licence, so it cannot be part of a package.`);
  const text = file === undefined ? '' : `\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
  return `${name} ${version} (${license})\n${text}`;
}
