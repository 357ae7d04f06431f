import { decodeDuration } from './duration.ts';
import { UsageError } from './usage-error.ts';

/** One flag of a command: what is parsed, what `--help` says and what errors say all come from here. */
export type Flag<Value> = {
  readonly help: string;
  /** Stands for the value in `--help`; null for a switch, which takes none. */
  readonly placeholder: string | null;
  readonly isRepeatable: boolean;
  /** The default as it would be written; null when there is none. */
  readonly standard: string | null;
  /** Names in the environment beside its own UNDERSTUDY_ name. */
  readonly alsoNamed: readonly string[];
  /** Reads what was given, the default if nothing was; `name` is how it was named. Throws a UsageError. */
  decode(texts: readonly string[], name: string): Value;
  /** The value when there is neither a text nor a default. */
  readonly absent: Value;
};

export type FlagTable = Readonly<Record<string, Flag<unknown>>>;

/** The values that a command receives, by the flag's name. */
export type Options<Flags extends FlagTable> = {
  readonly [Name in keyof Flags]: Flags[Name] extends Flag<infer Value> ? Value : never;
};

type FlagWords = { readonly help: string; readonly placeholder?: string; readonly env?: readonly string[] };
type WithDefault = { readonly default: string };
type Reader<Value> = (text: string, name: string) => Value;

type OneValue<Words, Value> = Flag<Words extends WithDefault ? Value : Value | undefined>;

function defineFlag<Value, Words extends FlagWords & Partial<WithDefault>>(
  words: Words,
  placeholder: string,
  read: Reader<Value>,
): OneValue<Words, Value>;
function defineFlag<Value>(
  words: FlagWords & Partial<WithDefault>,
  placeholder: string,
  read: Reader<Value>,
): Flag<Value | undefined> {
  return {
    help: words.help,
    placeholder: words.placeholder ?? placeholder,
    isRepeatable: false,
    standard: words.default ?? null,
    alsoNamed: words.env ?? [],
    decode: (texts, name) => read(texts.at(-1) ?? '', name),
    absent: undefined,
  };
}

/** Any text that is not empty, unless `read` takes another. */
export function defineTextFlag<
  Words extends FlagWords & Partial<WithDefault> & { readonly read?: Reader<string> },
>(words: Words): OneValue<Words, string> {
  return defineFlag(words, 'TEXT', words.read ?? readText);
}

/** A port; 0 lets the system choose. */
export function definePortFlag<Words extends FlagWords & Partial<WithDefault>>(
  words: Words,
): OneValue<Words, number> {
  return defineFlag(words, 'PORT', (text, name) => readWhole(text, name, 'a port', 0, 65_535));
}

/** A whole number within bounds. */
export function defineCountFlag<
  Words extends FlagWords & Partial<WithDefault> & { readonly least: number; readonly most: number },
>(words: Words): OneValue<Words, number> {
  return defineFlag(words, 'N', (text, name) => readWhole(text, name, 'a value', words.least, words.most));
}

/** Milliseconds of real time, written such as `500ms`, `10s` or `1m`. */
export function defineDurationFlag<Words extends FlagWords & Partial<WithDefault>>(
  words: Words,
): OneValue<Words, number> {
  return defineFlag(words, 'TIME', (text, name) => {
    const ms = decodeDuration(text);
    if (ms !== null) return ms;
    throw new UsageError(`${name} is "${text}"; write a time with its unit, such as 500ms, 10s or 1m.`);
  });
}

/** One of a few words. */
export function defineChoiceFlag<
  const Choice extends string,
  Words extends FlagWords & Partial<WithDefault> & { readonly choices: readonly Choice[] },
>(words: Words & { readonly choices: readonly Choice[] }): OneValue<Words, Choice> {
  const { choices } = words;
  return defineFlag<Choice, Words>(words, choices.join('|'), (text, name) => {
    const choice = choices.find((each) => each === text);
    if (choice !== undefined) return choice;
    throw new UsageError(`${name} is "${text}"; use ${toAlternatives(choices)}.`);
  });
}

/** May be given several times; in the environment its values are separated by commas. */
export function defineListFlag(
  words: FlagWords & { readonly read?: Reader<string> },
): Flag<readonly string[]> {
  const { read = readText } = words;
  return {
    help: words.help,
    placeholder: words.placeholder ?? 'TEXT',
    isRepeatable: true,
    standard: null,
    alsoNamed: words.env ?? [],
    decode: (texts, name) => texts.map((text) => read(text, name)),
    absent: [],
  };
}

const SWITCH: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  1: true,
  false: false,
  no: false,
  0: false,
};

/** On when it is given; `=false`, or `0` in the environment, turns it off. */
export function defineSwitch(words: Omit<FlagWords, 'placeholder'>): Flag<boolean> {
  return {
    help: words.help,
    placeholder: null,
    isRepeatable: false,
    standard: null,
    alsoNamed: words.env ?? [],
    decode: (texts, name) => {
      const text = texts.at(-1) ?? 'true';
      const value = Object.hasOwn(SWITCH, text) ? SWITCH[text] : undefined;
      if (value !== undefined) return value;
      throw new UsageError(`${name} is "${text}"; use true or false.`);
    },
    absent: false,
  };
}

function readText(text: string, name: string): string {
  if (text.trim() !== '') return text;
  throw new UsageError(`${name} is empty; give it a value or leave it out.`);
}

function readWhole(text: string, name: string, what: string, least: number, most: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${name} is "${text}"; ${what} is a whole number from ${least} to ${most}.`);
}

function toAlternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
