import { requestSchemaNames } from './keywords.ts';
import { nameOfRef, type Scalar, type Schema, type Spec } from './spec.ts';

/**
 * Renders the plain checks of every schema that a request body reaches: `is…` answers yes or no, `explain…` gives the
 * refusal texts. No library, no allocation on the way to yes.
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
    SUPPORT.replace('DECODERS', decoderType(spec)).replace('ACCEPTED_ALL', acceptAll(spec)),
    ...conditions.hoisted(),
    ...bodies,
    TABLE.replace('ROWS', names.map((name) => `  ${name}: { is: is${name}, explain: explain${name} },`).join('\n')),
    '',
  ].join('\n\n');
}

/** The named sentences of refusal texts, with their defaults for a file that brings none. */
function sentencesOf(spec: Spec): Record<string, string> {
  const sentences: Record<string, string> = { blank: "can't be blank", invalid: 'is invalid', inclusion: 'is not included in the list' };
  for (const [name, sentence] of Object.entries(spec['x-sentences'] ?? {})) {
    sentences[name] = typeof sentence === 'string' ? sentence : sentence.text;
  }
  return sentences;
}

const refusingDecoders = (spec: Spec): string[] => Object.keys(spec['x-decoders'] ?? {}).filter((name) => refuses(spec, name));

/** A decoder that reads what it can and drops the rest never refuses; `refuses: true` in the YAML says which do. */
const refuses = (spec: Spec, name: string): boolean =>
  (spec['x-decoders']?.[name] as { refuses?: boolean } | undefined)?.refuses === true;

const decoderType = (spec: Spec): string =>
  refusingDecoders(spec).map((name) => `readonly ${name}: (text: string) => boolean;`).join(' ');

const acceptAll = (spec: Spec): string => refusingDecoders(spec).map((name) => `${name}: () => true`).join(', ');

const SUPPORT = `type Accepted = components['schemas'];

/** Decides what the schema leaves to a named decoder; each sees only strings that are not blank. */
export type Decoders = { DECODERS };

/** Where in the body a value sits: as a JSON Pointer, and in words for the refusal text. */
export type At = { readonly pointer: string; readonly names: readonly string[] };

/** One failed check: where, and the text that the answer gives for it. */
export type Violation = { readonly pointer: string; readonly text: string };

export const ROOT: At = { pointer: '', names: [] };

const ANYTHING: Decoders = { ACCEPTED_ALL };

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

type Conditions = { of(schema: Schema, v: string): string; hoisted(): string[] };

function createConditions(spec: Spec): Conditions {
  const functions = new Map<string, string>();
  const bodies: string[] = [];

  const hoist = (schema: Schema, body: () => string): string => {
    const key = JSON.stringify(schema);
    const known = functions.get(key);
    if (known !== undefined) return known;
    const name = `check${functions.size + 1}`;
    functions.set(key, name);
    const text = body();
    bodies.push(`function ${name}(v: ${'items' in schema || 'contains' in schema ? 'readonly unknown[]' : 'Record<string, unknown>'}, d: Decoders): boolean {\n${indent(text)}\n}`);
    return name;
  };

  const of = (schema: Schema, v: string): string => {
    const parts: string[] = [];
    if (schema.$ref !== undefined) parts.push(`is${nameOfRef(schema.$ref, 'schemas')}(${v}, d)`);
    if (schema.type !== undefined) parts.push(typeCondition(schema.type, v));
    if (schema.enum !== undefined) parts.push(`(${schema.enum.map((value) => equals(v, value)).join(' || ')})`);
    if (schema.const !== undefined) parts.push(equals(v, schema.const));
    parts.push(...textConditions(schema, v, spec), ...numberConditions(schema, v));
    parts.push(...arrayConditions(schema, v, of, hoist), ...objectConditions(schema, v, of, hoist));
    if (schema.allOf !== undefined) parts.push(...schema.allOf.map((child) => of(child, v)));
    if (schema.anyOf !== undefined) parts.push(`(${schema.anyOf.map((child) => of(child, v)).join(' || ')})`);
    if (schema.not !== undefined) parts.push(`!(${of(schema.not, v)})`);
    if (schema.if !== undefined) {
      const [then, otherwise] = [schema.then, schema.else].map((child) => (child === undefined ? 'true' : of(child, v)));
      parts.push(`(${of(schema.if, v)} ? ${then} : ${otherwise})`);
    }
    const asserted = parts.filter((part) => part !== 'true');
    return asserted.length === 0 ? 'true' : asserted.length === 1 ? (asserted[0] ?? 'true') : `(${asserted.join(' && ')})`;
  };
  return { of, hoisted: () => bodies };
}

function typeCondition(type: string | readonly string[], v: string): string {
  const tests = (typeof type === 'string' ? [type] : type).map((name) => {
    switch (name) {
      case 'object':
        return `isObject(${v})`;
      case 'array':
        return `Array.isArray(${v})`;
      case 'null':
        return `${v} === null`;
      case 'integer':
        return `Number.isInteger(${v})`;
      case 'string':
      case 'number':
      case 'boolean':
        return `typeof ${v} === '${name}'`;
      default:
        throw new Error(`Unknown type "${name}"`);
    }
  });
  return tests.length === 1 ? (tests[0] ?? 'true') : `(${tests.join(' || ')})`;
}

function equals(v: string, value: Scalar): string {
  return `${v} === ${JSON.stringify(value)}`;
}

function textConditions(schema: Schema, v: string, spec: Spec): string[] {
  const tests: string[] = [];
  if (schema.pattern !== undefined) {
    if (schema.pattern !== '\\S') throw new Error(`The only pattern that is honoured is \\S, not ${schema.pattern}`);
    tests.push(`INK.test(${v})`);
  }
  if (schema.minLength !== undefined) tests.push(`countPoints(${v}) >= ${schema.minLength}`);
  if (schema.maxLength !== undefined) tests.push(`countPoints(${v}) <= ${schema.maxLength}`);
  const decoder = schema['x-decoder'];
  if (decoder !== undefined) {
    if (spec['x-decoders']?.[decoder] === undefined) throw new Error(`x-decoders does not describe "${decoder}"`);
    if (refuses(spec, decoder)) tests.push(`(!INK.test(${v}) || d.${decoder}(${v}))`);
  }
  return tests.length === 0 ? [] : [`(typeof ${v} !== 'string' || ${all(tests)})`];
}

function numberConditions(schema: Schema, v: string): string[] {
  const tests: string[] = [];
  if (schema.minimum !== undefined) tests.push(`${v} >= ${schema.minimum}`);
  if (schema.maximum !== undefined) tests.push(`${v} <= ${schema.maximum}`);
  return tests.length === 0 ? [] : [`(typeof ${v} !== 'number' || ${all(tests)})`];
}

type Of = (schema: Schema, v: string) => string;
type Hoist = (schema: Schema, body: () => string) => string;

function arrayConditions(schema: Schema, v: string, of: Of, hoist: Hoist): string[] {
  const tests: string[] = [];
  if (schema.minItems !== undefined) tests.push(`${v}.length >= ${schema.minItems}`);
  if (schema.maxItems !== undefined) tests.push(`${v}.length <= ${schema.maxItems}`);
  const { items, contains } = schema;
  if (items !== undefined && of(items, 'e') !== 'true') {
    const name = hoist({ items }, () => `for (const e of v) if (!(${of(items, 'e')})) return false;\nreturn true;`);
    tests.push(`${name}(${v}, d)`);
  }
  if (contains !== undefined) {
    const name = hoist({ contains }, () => `for (const e of v) if (${of(contains, 'e')}) return true;\nreturn false;`);
    tests.push(`${name}(${v}, d)`);
  }
  return tests.length === 0 ? [] : [`(!Array.isArray(${v}) || ${all(tests)})`];
}

function objectConditions(schema: Schema, v: string, of: Of, hoist: Hoist): string[] {
  const { properties = {}, required = [], minProperties, maxProperties } = schema;
  const tests: string[] = [];
  if (minProperties !== undefined) tests.push(`countKeys(${v}) >= ${minProperties}`);
  if (maxProperties !== undefined) tests.push(`countKeys(${v}) <= ${maxProperties}`);
  if (Object.keys(properties).length + required.length > 0) {
    const name = hoist({ properties, required }, () => {
      const lines = required.map((property) => `if (${read('v', property)} === undefined) return false;`);
      Object.entries(properties).forEach(([property, child], index) => {
        const condition = of(child, `p${index}`);
        if (condition === 'true') return;
        lines.push(`const p${index} = ${read('v', property)};`, `if (p${index} !== undefined && !(${condition})) return false;`);
      });
      return [...lines, 'return true;'].join('\n');
    });
    tests.push(`${name}(${v}, d)`);
  }
  return tests.length === 0 ? [] : [`(!isObject(${v}) || ${all(tests)})`];
}

type Explaining = { readonly conditions: Conditions; readonly sentences: Record<string, string>; readonly depth: number };

/** The statements that add the refusal texts of one schema, in the order its keywords stand in the file. */
function explain(schema: Schema, v: string, at: string, how: Explaining): string {
  const { conditions, sentences } = how;
  const refuse = (attribute: string, sentence: string): string => {
    const text = sentences[sentence];
    if (text === undefined) throw new Error(`x-sentences has no "${sentence}"`);
    return `refuse(out, ${at}, ${JSON.stringify(attribute)}, ${JSON.stringify(text)});`;
  };
  const refusal = schema['x-refusal'];
  if (refusal !== undefined) {
    const texts = refusal.map(({ attribute, sentence }) => refuse(attribute, sentence)).join(' ');
    return `if (!(${conditions.of(schema, v)})) { ${texts} }`;
  }
  const unless = (part: Schema, sentence = 'invalid'): string => {
    const condition = conditions.of(part, v);
    return condition === 'true' ? '' : `if (!(${condition})) ${refuse('', sentence)}`;
  };
  const deeper = { ...how, depth: how.depth + 1 };
  const lines: string[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === '$ref') lines.push(`explain${nameOfRef(String(value), 'schemas')}(${v}, ${at}, out, d);`);
    else if (keyword === 'enum' || keyword === 'const') lines.push(unless({ [keyword]: value }, 'inclusion'));
    else if (keyword === 'allOf') lines.push(...(schema.allOf ?? []).map((child) => explain(child, v, at, deeper)));
    else if (keyword === 'required') lines.push(...(schema.required ?? []).map((name) => `if (isObject(${v}) && ${read(v, name)} === undefined) ${refuse(name, 'blank')}`));
    else if (keyword === 'properties') lines.push(explainProperties(schema, v, at, deeper));
    else if (keyword === 'items') lines.push(explainItems(schema, v, at, deeper));
    else if (keyword === 'if') lines.push(explainBranches(schema, v, at, deeper));
    else if (keyword !== 'type' && keyword !== 'then' && keyword !== 'else') lines.push(unless({ [keyword]: value }));
  }
  const rest = lines.filter((line) => line !== '').join('\n');
  if (schema.type === undefined) return rest;
  const wrongKind = `if (!(${typeCondition(schema.type, v)})) ${refuse('', 'invalid')}`;
  return rest === '' ? wrongKind : `${wrongKind}\nelse {\n${indent(rest)}\n}`;
}

function explainProperties(schema: Schema, v: string, at: string, how: Explaining): string {
  const lines = Object.entries(schema.properties ?? {}).flatMap(([name, child], index) => {
    if (how.conditions.of(child, 'x') === 'true') return [];
    const [p, a] = [`p${how.depth}_${index}`, `a${how.depth}_${index}`];
    const inner = explain(child, p, a, how);
    return [`const ${p} = ${read(v, name)};`, `if (${p} !== undefined) {\n  const ${a} = below(${at}, ${JSON.stringify(name)});\n${indent(inner)}\n}`];
  });
  return lines.length === 0 ? '' : `if (isObject(${v})) {\n${indent(lines.join('\n'))}\n}`;
}

function explainItems(schema: Schema, v: string, at: string, how: Explaining): string {
  const items = schema.items ?? {};
  if (how.conditions.of(items, 'x') === 'true') return '';
  const [e, i, a] = [`e${how.depth}`, `i${how.depth}`, `a${how.depth}`];
  const inner = explain(items, e, a, how);
  return `if (Array.isArray(${v})) {\n  for (const [${i}, ${e}] of (${v} as unknown[]).entries()) {\n    const ${a} = entry(${at}, ${i});\n${indent(indent(inner))}\n  }\n}`;
}

function explainBranches(schema: Schema, v: string, at: string, how: Explaining): string {
  const [then, otherwise] = [schema.then, schema.else].map((child) => (child === undefined ? '' : explain(child, v, at, how)));
  return `if (${how.conditions.of(schema.if ?? {}, v)}) {\n${indent(then ?? '')}\n} else {\n${indent(otherwise ?? '')}\n}`;
}

const read = (v: string, property: string): string => `${v}[${JSON.stringify(property)}]`;

const all = (tests: readonly string[]): string => (tests.length === 1 ? (tests[0] ?? '') : `(${tests.join(' && ')})`);

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');
