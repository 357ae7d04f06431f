import type { Contract, ObjectSchema } from '@understudy/openapi/contract';
import type { DiagnosticCode, Notes } from '../diagnostics.ts';
import type { Intent, Slot } from '../intent.ts';
import { below, type JsonObject } from '../json.ts';
import { nearest } from '../nearest.ts';
import { isIsoTimestamp, decodeTimestamp, looksLikeTimestamp } from '../timestamp.ts';

/** Collects the intents of one payload and, when somebody reads the exchange, what there is to say about it. */
export type Reader = {
  readonly intents: Intent[];
  /** True while diagnostics are wanted; the hot path skips all that only they need. */
  readonly isNoting: boolean;
  add(intent: Intent): Slot;
  note(code: DiagnosticCode, pointer: string, message: string): void;
  /** A time attribute: undefined leaves it, null removes it; what cannot be read counts as absent. */
  timestamp(source: JsonObject, name: string, pointer: string): string | null | undefined;
  /** The attributes that a schema knows. */
  known(schema: ObjectSchema): readonly string[];
  /** Notes the attributes of an object that its schema does not know. */
  noteUnknown(source: JsonObject, schema: ObjectSchema, pointer: string): void;
  /** Notes texts among custom properties that look like times and are kept as text. */
  noteProperties(properties: JsonObject, pointer: string): void;
};

export function createReader(contract: Contract, notes: Notes | undefined): Reader {
  const intents: Intent[] = [];
  const note = (code: DiagnosticCode, pointer: string, message: string): void => notes?.add(code, pointer, message);

  const noteProperties = (value: unknown, pointer: string): void => {
    if (typeof value === 'string') {
      if (looksLikeTimestamp(value) && !isIsoTimestamp(value)) {
        note('unparsed-timestamp-property', pointer, `"${value}" looks like a time and is kept as text; send RFC 3339, such as ${decodeTimestamp(value)}.`);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) noteProperties(inner, below(pointer, name));
    }
  };

  return {
    intents,
    isNoting: notes !== undefined,
    add(intent) {
      intents.push(intent);
      return intents.length - 1;
    },
    note,
    timestamp(source, name, pointer) {
      const value = source[name];
      if (value === undefined || value === null) return value;
      const decoded = decodeTimestamp(value);
      if (decoded !== null) return decoded;
      note('unreadable-timestamp', below(pointer, name), `${quote(value)} is no time that can be read, so ${name} counts as absent; send RFC 3339.`);
      return undefined;
    },
    known: (schema) => contract.attributes[schema],
    noteUnknown(source, schema, pointer) {
      if (notes === undefined) return;
      const known = contract.attributes[schema];
      for (const name of Object.keys(source)) {
        if (known.includes(name)) continue;
        const likely = nearest(name, known);
        const hint = likely === null ? 'Your own data belongs into properties.' : `Did you mean ${likely}?`;
        note('unknown-attribute', below(pointer, name), `${name} is no attribute here and is ignored. ${hint}`);
      }
    },
    noteProperties(properties, pointer) {
      if (notes !== undefined) noteProperties(properties, pointer);
    },
  };
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
