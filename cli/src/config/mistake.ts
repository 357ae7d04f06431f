import { maskKey } from '@understudy/mock-server';
import { toPrintable } from '../printable.ts';

/** The names and places that lead to something in a file. */
export type Path = readonly (string | number)[];

/** Something in a file that cannot be meant. */
export type Mistake = {
  readonly path: Path;
  /** Sentences that say what is wrong and what to do. */
  readonly message: string;
  /** True when it is the name that is wrong, not what stands behind it. */
  readonly isName?: boolean;
};

/** Both counted from 1. */
export type Place = { readonly line: number; readonly column: number };

const ACCOUNTS = 'accounts';
const SHOWN_OF_NAME = 40;

/** One line for a person and for editors that follow such places. */
export function renderMistake(file: string, { line, column }: Place, { path, message }: Mistake): string {
  const where = path.length === 0 ? '' : ` (${renderPath(path)})`;
  return toPrintable(`${file}:${line}:${column}: ${message}${where}`);
}

/** A JSON Pointer in which no push key is to be seen. */
function renderPath(path: Path): string {
  return path
    .map((step, index) => (index === 1 && path[0] === ACCOUNTS ? maskKey(String(step)) : String(step)))
    .map((step) => `/${shorten(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** A name as it may be repeated. */
export function shorten(name: string): string {
  return name.length > SHOWN_OF_NAME ? `${name.slice(0, SHOWN_OF_NAME)}…` : name;
}
