import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isUsageError } from '../src/usage-error.ts';
import { buildBlob, buildExecutable } from './build-executable.ts';
import { readNodeVersion } from './find-node.ts';
import { decodeTarget, toTargetName } from './targets.ts';

const MISUSE = 2;
const own = toTargetName(process.platform, process.arch);
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const shown = (file: string): string => relative(process.cwd(), file);

try {
  const { values } = parseArgs({
    options: {
      target: { type: 'string', default: own },
      out: { type: 'string', default: dist },
      blob: { type: 'boolean', default: false },
    },
  });
  // Tools that are run in other folders are told of it.
  const out = resolve(values.out);
  const lines = values.blob ? [shown(await buildBlob(out))] : await makeExecutable(values.target, out);
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  if (!isMisuse(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = MISUSE;
}

async function makeExecutable(name: string, folder: string): Promise<string[]> {
  const target = decodeTarget(name, await readNodeVersion());
  const { file, bytes, digest } = await buildExecutable(target, folder);
  return [
    `${shown(file)}: ${(bytes / 1e6).toFixed(1)} MB, SHA-256 ${digest}`,
    ...(name === own ? [] : [`It cannot be started on ${own}, so it has not been.`]),
    ...target.leftToDo,
  ];
}

function isMisuse(error: unknown): error is Error {
  const isOfParseArgs = error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS_/.test(`${error.code}`);
  return isOfParseArgs || isUsageError(error);
}
