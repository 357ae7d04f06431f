import { indent } from './code.ts';
import { createConditions } from './conditions.ts';
import { refusingDecoders } from './decoders.ts';
import { explain } from './explanations.ts';
import { requestSchemaNames } from './reach.ts';
import { sentencesOf } from './sentences.ts';
import type { Spec } from './spec.ts';

/**
 * Renders the plain checks of every schema that a request body reaches: `is…` answers yes or no, `explain…` gives the
 * refusal texts. Neither needs a library.
 */
export function toChecks(spec: Spec, acceptedTypes: string): string {
  const sentences = sentencesOf(spec);
  const names = requestSchemaNames(spec);
  const conditions = createConditions(spec);
  const bodies = names.flatMap((name) => {
    const schema = spec.components.schemas[name] ?? {};
    const explained = explain(schema, 'v', 'at', { conditions, sentences, depth: 0 });
    return [
      `export function is${name}(v: unknown, d: Decoders = ANYTHING): v is Accepted['${name}'] {\n  return ${conditions.of(schema, 'v')};\n}`,
      `export function explain${name}(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {\n${indent(explained)}\n}`,
    ];
  });
  return [
    `import type { components } from '${acceptedTypes}';`,
    SUPPORT.replace('DECODERS', () => decoderType(spec)).replace('ACCEPTED_ALL', () => acceptAll(spec)),
    ...conditions.hoisted(),
    ...bodies,
    TABLE.replace('ROWS', () => names.map(toRow).join('\n')),
    '',
  ].join('\n\n');
}

const toRow = (name: string): string => `  ${name}: { is: is${name}, explain: explain${name} },`;

const listsOf = (spec: Spec): readonly string[] => spec['x-lists']?.values ?? [];

function decoderType(spec: Spec): string {
  const decoders = refusingDecoders(spec).map((name) => `  readonly ${name}: (text: string) => boolean;`);
  const lists = listsOf(spec).map((name) => `'${name}'`);
  if (lists.length > 0)
    decoders.push(`  readonly knows: (list: ${lists.join(' | ')}, name: string) => boolean;`);
  return decoders.length === 0 ? '{}' : `{\n${decoders.join('\n')}\n}`;
}

function acceptAll(spec: Spec): string {
  const names = [...refusingDecoders(spec), ...(listsOf(spec).length > 0 ? ['knows'] : [])];
  return `{ ${names.map((name) => `${name}: () => true`).join(', ')} }`;
}

const SUPPORT = `type Accepted = components['schemas'];

/** Decides what the schema leaves to a named decoder, or to a list of names; each sees only strings that are not blank. */
export type Decoders = DECODERS;

/** Where in the body a value sits: as a JSON Pointer, and in words for the refusal text. */
export type At = { readonly pointer: string; readonly names: readonly string[] };

/** One failed check: where, and the text that the answer gives for it. */
export type Violation = { readonly pointer: string; readonly text: string };

export const ROOT: At = { pointer: '', names: [] };

const ANYTHING: Decoders = ACCEPTED_ALL;

const INK = /\\S/u;

function isObject(v: unknown): v is Record<string, unknown> {
  return typeof v === 'object' && v !== null && !Array.isArray(v);
}

function countKeys(v: Record<string, unknown>): number {
  return Object.keys(v).length;
}

function countPoints(text: string): number {
  let points = 0;
  for (const _ of text) points += 1;
  return points;
}

function below(at: At, name: string): At {
  return { pointer: at.pointer + '/' + name.replaceAll('~', '~0').replaceAll('/', '~1'), names: [...at.names, name] };
}

function entry(at: At, index: number): At {
  return { pointer: at.pointer + '/' + index, names: at.names };
}

function refuse(out: Violation[], at: At, attribute: string, sentence: string): void {
  const place = attribute === '' ? at : below(at, attribute);
  const words = place.names.length === 0 ? 'payload' : place.names.join(' ').replaceAll('_', ' ');
  const text = words.charAt(0).toUpperCase() + words.slice(1) + ' ' + sentence;
  if (!out.some((violation) => violation.text === text)) out.push({ pointer: place.pointer, text });
}`;

const TABLE = `/** Both questions that can be asked of a body. */
export type Check = {
  readonly is: (v: unknown, d?: Decoders) => boolean;
  readonly explain: (v: unknown, at: At, out: Violation[], d?: Decoders) => void;
};

/** Every check by the name of its schema. */
export const checks: Readonly<Record<string, Check>> = {
ROWS
};`;
