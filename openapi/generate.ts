import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Files,
  toConfigFiles,
  toControlFiles,
  toIncomingFiles,
  toPages,
  toPushFiles,
} from './generator/files.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..');

/** Text by path, for every file that is generated and committed. */
export async function generateAll(): Promise<Files> {
  const [push = '', incoming = '', control, config] = await Promise.all(
    ['push-api.yaml', 'incoming-api.yaml', 'control-api.yaml', 'config.yaml'].map((name) =>
      readFile(join(HERE, name), 'utf8'),
    ),
  );
  return {
    ...under(join(HERE, 'generated/push'), await toPushFiles(push, incoming)),
    ...under(join(HERE, 'generated/incoming'), await toIncomingFiles(incoming, push)),
    ...under(join(HERE, 'generated/control'), await toControlFiles(control ?? '')),
    ...under(join(HERE, 'generated/config'), await toConfigFiles(config ?? '', control ?? '')),
    ...under(join(ROOT, 'docs'), toPages(push, incoming)),
  };
}

function under(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [join(folder, name), text]));
}

/** The files whose committed text is not what the YAML says now. */
export async function staleFiles(files: Files): Promise<string[]> {
  const committed = await Promise.all(
    Object.keys(files).map((path) => readFile(path, 'utf8').catch(() => null)),
  );
  return Object.entries(files).flatMap(([path, text], index) =>
    committed[index] === text ? [] : [relative(ROOT, path)],
  );
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const files = await generateAll();
  const stale = await staleFiles(files);
  if (values.check) {
    if (stale.length === 0) return say(`${Object.keys(files).length} generated files are fresh.`, 0);
    return say(
      `Not what the YAML says: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`,
      1,
    );
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text);
  }
  return say(stale.length === 0 ? 'Nothing changed.' : `Wrote ${stale.join(', ')}.`, 0);
}

function say(line: string, code: number): number {
  process.stdout.write(`${line}\n`);
  return code;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main();
