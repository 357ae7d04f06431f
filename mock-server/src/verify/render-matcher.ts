import { pathOf } from '../engine/call.ts';
import type { Difference } from '../engine/differences.ts';
import type { Exchange } from '../engine/exchange.ts';
import { createKeyMask } from '../engine/key-mask.ts';
import type { Criteria } from './matcher.ts';
import type { NearMiss } from './near-misses.ts';

const LONGEST_VALUE = 200;
const LONGEST_PATH = 60;
const MOST_POINTERS = 10;
const MOST_DIFFERENCES = 5;

/** What is looked for, in words that follow the word exchange. */
export function renderCriteria({
  account,
  operation,
  status,
  body,
  has,
  diagnostic,
  since,
}: Criteria): string {
  const parts = [
    ...(operation === undefined ? [] : [`operation ${operation}`]),
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(body === undefined ? [] : [`body ${renderValue(body)}`]),
    ...(has.length === 0 ? [] : [renderPointers(has.map(({ text }) => text))]),
    ...(diagnostic === undefined ? [] : [`diagnostic ${diagnostic}`]),
  ];
  return [
    parts.length === 0 ? '' : ` with ${joinWords(parts)}`,
    account === undefined ? '' : ` of ${account}`,
    since === undefined ? '' : ` since ${since}`,
  ].join('');
}

/** What came closest, and where it differs. */
export function renderNearMiss({ exchange, differences }: NearMiss): string {
  const said = differences.slice(0, MOST_DIFFERENCES).map((each) => renderDifference(each, exchange));
  const more = differences.length - said.length;
  return `${renderExchange(exchange)}: ${said.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** An exchange by its id and kind. */
export function renderExchange(exchange: Exchange): string {
  return `${exchange.id} (${renderKind(exchange)})`;
}

/** What kind of exchange it is: its operation, or where it went instead of one, and its status. */
export function renderKind({ operation, method, target, status, rawHeaders }: Exchange): string {
  const what = operation ?? `${method} ${createKeyMask(rawHeaders)(pathOf(target)).slice(0, LONGEST_PATH)}`;
  return `${what} ${status ?? 'without an answer'}`;
}

/** Words as in a sentence: commas between them, and the last after an `and`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function renderDifference({ path, expected, actual }: Difference, { texts }: Exchange): string {
  if (path.startsWith('/has/')) return `it has ${renderNothing(String(expected))}`;
  if (path === '/account') {
    return actual === null ? 'it had no key that could be used' : `it came under ${String(actual)}`;
  }
  if (path === '/since') return 'it came before';
  if (path === '/diagnostic') {
    const others = Array.isArray(actual) ? `, only ${joinWords(actual)}` : '';
    return `it has no diagnostic ${String(expected)}${others}`;
  }
  if (path === '/operation' && actual === null) return 'it went to no operation';
  if (path === '/status' && texts.length > 0)
    return `${path} is ${String(actual)} (${cut(texts.join(', '))}), not ${String(expected)}`;
  const wanted = `, not ${renderValue(expected)}`;
  return actual === undefined ? `${path} is missing${wanted}` : `${path} is ${renderValue(actual)}${wanted}`;
}

function renderPointers(pointers: readonly string[]): string {
  const shown = pointers.slice(0, MOST_POINTERS).map((text) => (text === '' ? 'its root' : cut(text)));
  const more = pointers.length - shown.length;
  return `anything at ${joinWords(more > 0 ? [...shown, `${more} more places`] : shown)}`;
}

function renderNothing(pointer: string): string {
  return pointer === '' ? 'no body that could be read' : `nothing at ${cut(pointer)}`;
}

function renderValue(value: unknown): string {
  return cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
