import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CONFIG_FILE } from '../config/config-name.ts';
import type { FlagTable, Options } from '../flags.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { NOTHING_PREPARED, type Preparation } from './preparation.ts';
import type { serveFlags } from './serve-flags.ts';

/** What was chosen, the configuration included. */
export type Chosen<Choices> = {
  readonly choices: Choices;
  readonly preparation: Preparation;
  /** The file that was read, as it was named; null when there was none. */
  readonly configFile: string | null;
};

type Files = Pick<Options<typeof serveFlags>, 'config' | 'timeline'>;

/**
 * Fills in what the command line and the environment leave open from the configuration file; `given` has the names of
 * those flags that they have. Throws a UsageError that shows the mistakes in a file.
 */
export async function withConfiguration<Flags extends FlagTable, Choices extends Options<Flags> & Files>(
  flags: Flags,
  options: Choices,
  given: ReadonlySet<string>,
  io: Pick<Io, 'cwd'>,
): Promise<Chosen<Choices>> {
  const configFile = options.config ?? (await findStandard(io));
  const configured = configFile === null ? null : await configureFrom(configFile, io.cwd, flags);
  const set = Object.entries(configured?.options ?? {}).filter(([name]) => !given.has(name));
  const choices: Choices = { ...options, ...Object.fromEntries(set) };
  const preparation = configured?.preparation ?? NOTHING_PREPARED;
  if (choices.timeline === undefined) return { choices, preparation, configFile };
  const { readTimelineFile } = await import('../config/read-timeline-file.ts');
  const named = await readTimelineFile(choices.timeline, io.cwd, null);
  const others = preparation.timelines.filter(({ account }) =>
    named.every((each) => each.account !== account),
  );
  return { choices, preparation: { ...preparation, timelines: [...others, ...named] }, configFile };
}

/** YAML takes its time to load, so nothing of it is loaded where there is no file. */
async function configureFrom<Flags extends FlagTable>(name: string, cwd: string, flags: Flags) {
  const { configure } = await import('../config/configure.ts');
  const configured = await configure(name, cwd, flags);
  if (configured !== null) return configured;
  throw new UsageError(`${name} cannot be read: there is no such file. "understudy init" writes one.`);
}

/** None also where the folder itself is gone. */
async function findStandard(io: Pick<Io, 'cwd'>): Promise<string | null> {
  try {
    await access(resolve(io.cwd, CONFIG_FILE));
    return CONFIG_FILE;
  } catch {
    return null;
  }
}
