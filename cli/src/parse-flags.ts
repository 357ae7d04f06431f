import { nearest } from '@understudy/mock-server/nearest';
import type { Flag, FlagTable, Options } from './flags.ts';
import { UsageError } from './usage-error.ts';

export type Parsed<Flags extends FlagTable> = {
  readonly options: Options<Flags>;
  /** The words that belong to no flag. */
  readonly operands: readonly string[];
  /** The names of the flags that the command line or the environment has; the others have their defaults. */
  readonly given: ReadonlySet<string>;
};

type Environment = Readonly<Record<string, string | undefined>>;
type Given = { readonly name: string; readonly texts: string[] };

/** The name of a flag in the environment. */
export function toEnvironmentName(flagName: string): string {
  return `UNDERSTUDY_${flagName.toUpperCase().replaceAll('-', '_')}`;
}

/** Reads the words of a command line by its table of flags, and what they leave open from the environment. Throws a UsageError. */
export function parseFlags<Flags extends FlagTable>(
  flags: Flags,
  words: readonly string[],
  env: Environment,
  helpCommand: string,
): Parsed<Flags> {
  const { given, operands } = readWords(flags, words, helpCommand);
  const values: Record<string, unknown> = {};
  const chosen = new Set<string>();
  for (const [name, flag] of Object.entries(flags)) {
    const texts = given.get(name) ?? fromEnvironment(flag, name, env);
    if (texts !== null) chosen.add(name);
    values[name] = decode(flag, texts, name);
  }
  // The loop above has put in one value of the right type for every flag.
  return { options: values as Options<Flags>, operands, given: chosen };
}

function decode(flag: Flag<unknown>, given: Given | null, name: string): unknown {
  if (given !== null) return flag.decode(given.texts, given.name);
  return flag.standard === null ? flag.absent : flag.decode([flag.standard], `--${name}`);
}

function fromEnvironment(flag: Flag<unknown>, flagName: string, env: Environment): Given | null {
  for (const name of [toEnvironmentName(flagName), ...flag.alsoNamed]) {
    const text = env[name];
    if (text === undefined || text === '') continue;
    return { name, texts: flag.isRepeatable ? text.split(',').map((part) => part.trim()) : [text] };
  }
  return null;
}

function readWords(
  flags: FlagTable,
  words: readonly string[],
  helpCommand: string,
): { given: Map<string, Given>; operands: string[] } {
  const given = new Map<string, Given>();
  const operands: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const { name, inline } = splitFlag(word);
    const flag = Object.hasOwn(flags, name) && word.startsWith('--') ? flags[name] : undefined;
    if (flag === undefined) throw new UsageError(toUnknown(word, name, flags, helpCommand));
    let text = inline;
    if (text === null && flag.placeholder !== null) {
      const next = words[index + 1];
      if (next === undefined || next.startsWith('--')) {
        throw new UsageError(`--${name} wants a value: --${name} ${flag.placeholder}.`);
      }
      text = next;
      index += 1;
    }
    const entry = given.get(name) ?? { name: `--${name}`, texts: [] };
    entry.texts.push(text ?? 'true');
    given.set(name, entry);
  }
  return { given, operands };
}

function splitFlag(word: string): { name: string; inline: string | null } {
  const bare = word.replace(/^--?/, '');
  const equals = bare.indexOf('=');
  if (equals === -1) return { name: bare, inline: null };
  return { name: bare.slice(0, equals), inline: bare.slice(equals + 1) };
}

function toUnknown(word: string, name: string, flags: FlagTable, helpCommand: string): string {
  const near = nearest(name.toLowerCase(), Object.keys(flags));
  const shown = word.split('=', 1)[0] ?? word;
  if (near !== null) return `There is no flag ${shown}; did you mean --${near}?`;
  return `There is no flag ${shown}; "${helpCommand}" lists those there are.`;
}
