import type { Contract, ObjectSchema } from '@understudy/openapi/contract';
import { below, type JsonObject } from '../../../engine/json.ts';
import { nearest } from '../../../engine/nearest.ts';
import type { Notes } from '../diagnostics.ts';
import type { Intent, Slot } from '../intent.ts';
import { decodeTimestamp, isIsoTimestamp, looksLikeTimestamp } from '../timestamp.ts';

/**
 * What reading one payload collects: its intents and, when somebody reads the exchange, what there is to say about it.
 * Plain data, since one is made for every request.
 */
export type Reader = {
  readonly contract: Contract;
  readonly intents: Intent[];
  /** Undefined while a request is answered; all that only diagnostics need is skipped then. */
  readonly notes: Notes | undefined;
};

/** Makes the reader of one payload; without notes it collects no diagnostics. */
export function createReader(contract: Contract, notes: Notes | undefined): Reader {
  return { contract, intents: [], notes };
}

/** Adds an intent; later ones name it by the slot. */
export function addIntent(reader: Reader, intent: Intent): Slot {
  reader.intents.push(intent);
  return reader.intents.length - 1;
}

/** A time attribute: undefined leaves it, null removes it; what cannot be read counts as absent. [client] */
export function readTime(
  reader: Reader,
  source: JsonObject,
  name: string,
  pointer: string,
): string | null | undefined {
  const value = source[name];
  if (value === undefined || value === null) return value;
  const decoded = decodeTimestamp(value);
  if (decoded !== null) return decoded;
  reader.notes?.add(
    'unreadable-timestamp',
    below(pointer, name),
    `${quote(value)} is no time that can be read, so ${name} counts as absent; send RFC 3339.`,
  );
  return undefined;
}

/** Notes the attributes of an object that its schema does not know. */
export function noteUnknown(reader: Reader, source: JsonObject, schema: ObjectSchema, pointer: string): void {
  const { contract, notes } = reader;
  if (notes === undefined) return;
  const known = contract.attributes[schema];
  for (const name of Object.keys(source)) {
    if (known.includes(name)) continue;
    notes.add('unknown-attribute', below(pointer, name), () => {
      const likely = nearest(name, known);
      const hint = likely === null ? 'Your own data belongs into properties.' : `Did you mean ${likely}?`;
      return `${name} is no attribute here and is ignored. ${hint}`;
    });
  }
}

/** Notes texts among custom properties that look like times and are kept as text. */
export function noteProperties({ notes }: Reader, properties: unknown, pointer: string): void {
  if (notes === undefined) return;
  const visit = (value: unknown, place: string): void => {
    if (typeof value === 'string') {
      if (!looksLikeTimestamp(value) || isIsoTimestamp(value)) return;
      const better = decodeTimestamp(value);
      notes.add(
        'unparsed-timestamp-property',
        place,
        `"${value}" looks like a time and is kept as text; send RFC 3339, such as ${better}.`,
      );
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, below(place, name));
    }
  };
  visit(properties, pointer);
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
