import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Children, createChildren } from './children.ts';
import { readMachine } from './machine.ts';
import { measureMemory } from './memory.ts';
import { decodeOptions, HELP, type Options } from './options.ts';
import { renderReport } from './report.ts';
import type { Results } from './results.ts';
import { measureStartUps } from './start-up.ts';
import { BUILD } from './subjects.ts';
import { measureThroughput } from './throughput.ts';
import { toVerdicts } from './verdicts.ts';

await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options === null) return;
  const folder = await mkdtemp(join(tmpdir(), 'understudy-bench-'));
  const children = createChildren();
  // Runs whatever ends this process: a signal, a failure, or the end of the work.
  process.once('exit', () => {
    children.endAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  const results = await measure(options, children, folder);
  process.stdout.write(renderReport(results));
  if (options.json !== null) {
    await writeFile(
      options.json,
      `${JSON.stringify({ ...results, verdicts: toVerdicts(results) }, null, 2)}\n`,
    );
  }
}

function readOptions(words: readonly string[]): Options | null {
  try {
    const options = decodeOptions(words);
    if (options === null) process.stdout.write(HELP);
    return options;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    process.exitCode = 2;
    return null;
  }
}

async function measure(
  { subjects, settings, memory: wanted }: Options,
  children: Children,
  folder: string,
): Promise<Results> {
  const progress = (line: string): void => void process.stderr.write(`${line}\n`);
  const machine = readMachine(new Date());
  const memory =
    wanted === 'not'
      ? null
      : await measureMemory({
          requests: settings.soakRequests,
          users: settings.soakRequests,
          children,
          progress,
        });
  if (wanted === 'only') return { machine, settings, load: [], startUps: [], memory };
  if (subjects.some(({ name }) => name.startsWith('built'))) {
    progress('building the package');
    await build(children);
  }
  const startUps = await measureStartUps({ subjects, count: settings.startUps, children, folder, progress });
  const compileCache = join(folder, 'compile-cache');
  const load = await measureThroughput({ subjects, settings, children, compileCache, progress });
  return { machine, settings, load, startUps, memory };
}

async function build(children: Children): Promise<void> {
  const [code] = await once(children.spawn([BUILD], { stdio: ['ignore', 2, 2] }), 'exit');
  if (code !== 0) throw new Error('The package could not be built.');
}
