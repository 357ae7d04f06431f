import { nearest } from '@understudy/mock-server/nearest';
import { COMMANDS } from './commands.ts';
import type { Io } from './io.ts';
import { renderRows } from './render-help.ts';
import { isUsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

const MISUSE = 2;
const HELP = new Set(['--help', '-h']);

/** Does what a command line says; resolves with the exit code. */
export async function runCommandLine(words: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(words, io);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    io.stderr.write(`${error.message}\n`);
    return MISUSE;
  }
}

async function dispatch(words: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = words;
  if (first === undefined || HELP.has(first) || (first === 'help' && rest.length === 0)) {
    io.stdout.write(renderOverview());
    return 0;
  }
  if (first === '--version' || first === '-v') {
    io.stdout.write(`${VERSION}\n`);
    return 0;
  }
  if (first === 'help') return dispatch([...rest.slice(0, 1), '--help'], io);
  const entry = COMMANDS.find(({ name }) => name === first);
  if (entry === undefined) {
    io.stderr.write(`${toUnknown(first)}\n`);
    return MISUSE;
  }
  const command = await entry.load();
  if (asksForHelp(rest)) {
    io.stdout.write(command.renderHelp());
    return 0;
  }
  return command.invoke(rest, io);
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end === -1 ? words : words.slice(0, end)).some((word) => HELP.has(word));
}

function renderOverview(): string {
  const rows = COMMANDS.map(({ name, summary }) => [name, summary] as const);
  return [
    `Understudy ${VERSION} stands in for the Userlist Push API, on your machine and in your CI.\n`,
    'Usage: understudy COMMAND [flags]\n',
    `Commands:\n${renderRows(rows)}`,
    'understudy COMMAND --help says what a command can do; understudy --version says which version this is.\n',
  ].join('\n');
}

function toUnknown(word: string): string {
  if (word.startsWith('-')) {
    return `There is no flag ${word} here; name a command first, such as understudy start.`;
  }
  const near = nearest(
    word.toLowerCase(),
    COMMANDS.map(({ name }) => name),
  );
  const remedy = near === null ? '"understudy --help" lists those there are.' : `did you mean ${near}?`;
  return `There is no command "${word}"; ${remedy}`;
}
