import { isAbsolute, join } from 'node:path';
import type { components } from '@understudy/openapi/config/types';
import type { Flag, FlagTable, Options } from '../flags.ts';
import { isUsageError } from '../usage-error.ts';
import type { Mistake } from './mistake.ts';

export type Configuration = NonNullable<components['schemas']['Configuration']>;

/** What a file says of some flags, and what of it cannot be meant. */
export type DecodedFlags<Flags extends FlagTable> = {
  readonly options: Partial<Options<Flags>>;
  readonly mistakes: readonly Mistake[];
};

/** Flags whose values are files: in a configuration they are seen from its folder. */
const FILES: readonly string[] = ['data', 'timeline'];

/** What a flag is called in a configuration. */
export function toConfigName(
  flagName: string,
  { isRepeatable }: Pick<Flag<unknown>, 'isRepeatable'>,
): string {
  return `${flagName.replaceAll('-', '_')}${isRepeatable ? 's' : ''}`;
}

/** Reads the flags that a configuration sets, each as its own flag reads them. */
export function decodeFlags<Flags extends FlagTable>(
  configuration: Configuration,
  flags: Flags,
  folder: string,
): DecodedFlags<Flags> {
  const options: Record<string, unknown> = {};
  const mistakes: Mistake[] = [];
  const said: Readonly<Record<string, unknown>> = configuration;
  for (const [flagName, flag] of Object.entries(flags)) {
    const name = toConfigName(flagName, flag);
    const value = said[name];
    if (value === undefined || value === null || isDescribed(value)) continue;
    const entries = Array.isArray(value) ? value : [value];
    const texts = entries.map((entry) =>
      FILES.includes(flagName) ? seenFrom(folder, String(entry)) : String(entry),
    );
    // One at a time, so that the mistake is found where it stands.
    const problems = texts.flatMap((text, index): Mistake[] => {
      const message = problemOf(flag, text, name);
      return message === null ? [] : [{ path: Array.isArray(value) ? [name, index] : [name], message }];
    });
    mistakes.push(...problems);
    if (problems.length === 0 && texts.length > 0) options[flagName] = flag.decode(texts, name);
  }
  // The loop above has put in values of the right type only.
  return { options: options as Partial<Options<Flags>>, mistakes };
}

/** A timeline may stand in the file itself, and is no text for a flag then. */
function isDescribed(value: unknown): boolean {
  return Array.isArray(value) && value.some((entry) => typeof entry === 'object');
}

/** A path of a file that is named in another one. */
export function seenFrom(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}

function problemOf(flag: Flag<unknown>, text: string, name: string): string | null {
  try {
    flag.decode([text], name);
    return null;
  } catch (error) {
    if (isUsageError(error)) return error.message;
    throw error;
  }
}
