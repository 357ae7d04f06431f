import type { Flag, FlagTable } from './flags.ts';
import { toEnvironmentName } from './parse-flags.ts';

/** What a command is called and what `--help` says of it. */
export type CommandWords = {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** The words that may stand beside the flags; absent when there may be none. */
  readonly operand?: { readonly placeholder: string; readonly most: number };
  /** How it is called, where name, operand and flags do not say it. */
  readonly usage?: string;
  /** What it sets for others, by the name of the variable. */
  readonly variables?: {
    readonly title: string;
    readonly rows: readonly (readonly [string, string])[];
  };
  /** What flags do not say, one paragraph each. */
  readonly notes?: readonly string[];
  readonly examples?: readonly string[];
};

const WIDTH = 100;

export function renderHelp(words: CommandWords, flags: FlagTable): string {
  const { name, summary, operand, variables, notes = [], examples = [] } = words;
  const usage = [
    'understudy',
    name,
    ...(operand === undefined ? [] : [`[${operand.placeholder}]`]),
    '[flags]',
  ];
  const rows = Object.entries(flags).map(
    ([flagName, flag]) => [renderFlag(flagName, flag), toText(flag)] as const,
  );
  const parts = [
    `${summary}\n\nUsage: ${words.usage ?? usage.join(' ')}\n`,
    `Flags:\n${renderRows([...rows, ['--help', 'Say this.']])}`,
    ...(variables === undefined ? [] : [`${variables.title}:\n${renderRows(variables.rows)}`]),
    ...notes.map((note) => `${wrap(note, WIDTH).join('\n')}\n`),
    ...(examples.length === 0 ? [] : [`Examples:\n${examples.map((example) => `  ${example}\n`).join('')}`]),
    renderEnvironment(Object.keys(flags)),
  ];
  return parts.join('\n');
}

/** With one of the command's own flags for an example. */
function renderEnvironment([first]: readonly string[]): string {
  if (first === undefined) return '';
  return `Flags can be set in the environment too: --${first} as ${toEnvironmentName(first)}, several values with commas.\n`;
}

/** Two columns, the right one wrapped. */
export function renderRows(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([term]) => term.length)) + 4;
  return rows
    .map(([term, text]) => {
      const lines = wrap(text, WIDTH - left);
      return `  ${term.padEnd(left - 2)}${lines.join(`\n${' '.repeat(left)}`)}\n`;
    })
    .join('');
}

function renderFlag(name: string, flag: Flag<unknown>): string {
  return flag.placeholder === null ? `--${name}` : `--${name} ${flag.placeholder}`;
}

function toText(flag: Flag<unknown>): string {
  const more = [
    ...(flag.isRepeatable ? ['may be repeated'] : []),
    ...(flag.standard === null ? [] : [`default ${flag.standard}`]),
    ...flag.alsoNamed.map((name) => `also ${name}`),
  ];
  return more.length === 0 ? flag.help : `${flag.help} (${more.join(', ')})`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
