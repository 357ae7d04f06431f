import type { Identifier } from './push-contract.ts';
import { toShort, Unusable } from './unusable.ts';

/** A message, or a part of one: named fields of unknown content. */
export type Fields = Readonly<Record<string, unknown>>;

/** The calls that have no counterpart in the Push API. [documented] */
const passedOver = ['page', 'screen', 'alias'] as const;

/** The calls that become requests. [documented] */
const sent = ['identify', 'group', 'track'] as const;

/** A call the event spec knows and this package has an answer for. */
export type MessageType = (typeof sent)[number] | (typeof passedOver)[number];

/** Tells whether a value has named fields, which a list has not. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows own keys into a value; undefined where a key is missing, however the prototypes look. */
export function fieldOf(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) found = isFields(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** Reads what a message calls its type, lower-cased and without the blanks around it; empty where it has none. */
export function readTypeName(message: unknown): string {
  const type = fieldOf(message, 'type');
  return typeof type === 'string' ? type.trim().toLowerCase() : '';
}

/** Reads the type of a message if it is one that becomes requests, whatever else the message holds. */
export function readSentType(message: unknown): (typeof sent)[number] | undefined {
  const name = readTypeName(message);
  return sent.find((type) => type === name);
}

/** Reads the type of a message, in any case and with blanks around it. */
export function readType(message: Fields): MessageType {
  const name = readTypeName(message);
  const known = [...sent, ...passedOver].find((type) => type === name);
  if (known !== undefined) return known;
  if (name !== '')
    throw new Unusable(`The type "${toShort(String(message.type).trim())}" is not known: ${advice}.`);
  const isBatch = Array.isArray(fieldOf(message, 'batch'));
  throw new Unusable(
    `The message has no type: ${isBatch ? 'hand over the messages of a batch one by one' : advice}.`,
  );
}

const advice = `set type to ${sent.slice(0, -1).join(', ')} or ${sent.at(-1)}`;

/** Tells whether a value names a user or a company: a number, or text that is not blank. */
export function isIdentifier(value: unknown): value is Identifier {
  return typeof value === 'string' ? value.trim() !== '' : Number.isFinite(value);
}

/** Reads an identifier exactly as given; undefined where there is none, a refusal where it is of a kind no id can be. */
export function readIdentifier(value: unknown, path: string): Identifier | undefined {
  // Minus zero becomes zero, as in JSON.
  if (isIdentifier(value)) return value === 0 ? 0 : value;
  if (value === undefined || value === null || typeof value === 'string') return undefined;
  throw new Unusable(`${path} is ${toKind(value)}: send the id as text or as a number.`);
}

/** Tells whether a message names no user; `anonymousId` never does. */
export function isAnonymous(message: unknown): boolean {
  return !isIdentifier(fieldOf(message, 'userId'));
}

/** Names the kind of a value for a reason: `a list`, `an object`, `NaN`. */
export function toKind(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value);
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
