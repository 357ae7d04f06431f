import { dirname } from 'node:path';
import type { FlagTable, Options } from '../flags.ts';
import type { Preparation } from '../start/preparation.ts';
import { decodeConfiguration } from './decode-configuration.ts';
import { type Configuration, decodeFlags, seenFrom } from './decode-flags.ts';
import { readConfigFile } from './read-config-file.ts';
import { readTimelineFile } from './read-timeline-file.ts';
import { CONFIGURATION } from './schema.ts';
import { throwMistakes } from './throw-mistakes.ts';

/** What a configuration file makes of a stand-in. */
export type Configured<Flags extends FlagTable> = {
  /** The flags that it sets. */
  readonly options: Partial<Options<Flags>>;
  readonly preparation: Preparation;
};

/** Reads a configuration file; null when there is none. Throws a UsageError that shows all its mistakes. */
export async function configure<Flags extends FlagTable>(
  name: string,
  cwd: string,
  flags: Flags,
): Promise<Configured<Flags> | null> {
  const file = await readConfigFile<Configuration | null>(name, cwd, CONFIGURATION);
  if (file === null) return null;
  const configuration = file.value ?? {};
  const folder = dirname(name);
  const { options, mistakes } = decodeFlags(configuration, flags, folder);
  const decoded = decodeConfiguration(configuration, (path) => (message) => file.blame({ path, message }));
  throwMistakes([...mistakes, ...decoded.mistakes], file.blame);
  const { preparation, timelineFiles } = decoded;
  const apart = await Promise.all(
    timelineFiles.map((each) => readTimelineFile(seenFrom(folder, each.file), cwd, each.account)),
  );
  const timelines = [...preparation.timelines, ...apart.flat()];
  return { options, preparation: { ...preparation, timelines } };
}
