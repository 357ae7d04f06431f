import { childrenOf } from './reach.ts';
import { sentencesOf } from './sentences.ts';
import { nameOfRef, operationsOf, requestSchemaOf, type Schema, type Spec } from './spec.ts';

/** The keywords that conditions.ts and zod.ts both turn into code. */
export const ASSERTING_KEYWORDS: ReadonlySet<string> = new Set([
  ...['$ref', 'type', 'enum', 'const'],
  ...['properties', 'required', 'minProperties', 'maxProperties'],
  ...['items', 'contains', 'minItems', 'maxItems'],
  ...['pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  ...['allOf', 'anyOf', 'not', 'if', 'then', 'else'],
]);

/** Keywords that say something to readers and assert nothing; `format` is among them, as 2020-12 has it. */
export const ANNOTATING_KEYWORDS: ReadonlySet<string> = new Set([
  ...['title', 'description', 'format', 'example', 'examples', 'default', 'deprecated'],
  ...['x-evidence', 'x-undocumented', 'x-documented', 'x-decoder', 'x-refusal', 'x-channel', 'x-list'],
]);

const TYPES: ReadonlySet<unknown> = new Set([
  'object',
  'array',
  'string',
  'number',
  'integer',
  'boolean',
  'null',
]);

/**
 * Walks every schema that a request body reaches and throws on the first thing that the generator would ignore, with
 * the place where it stands. A silently dropped constraint would be a rule that users believe in and nobody enforces.
 */
export function assertHonouredKeywords(spec: Spec): void {
  const visited = new Set<string>();
  const visit = (schema: Schema, where: string): void => {
    // `true` and `false` are schemas too, and an object spread over `false` accepts everything.
    if (typeof schema !== 'object' || schema === null)
      throw new Error(`${where} is ${schema}; write a schema of keywords.`);
    for (const [keyword, value] of Object.entries(schema)) assertKeyword(keyword, value, where);
    assertValues(schema, where);
    assertNames(schema, spec, where);
    if (schema.$ref !== undefined) {
      const name = nameOfRef(schema.$ref, 'schemas', where);
      const target = spec.components.schemas[name];
      if (target === undefined) throw new Error(`${where} refers to ${schema.$ref}, which does not exist.`);
      if (!/^[A-Za-z_]\w*$/.test(name))
        throw new Error(`"${name}" at ${where} cannot be the name of a function.`);
      if (!visited.has(name)) {
        visited.add(name);
        visit(target, name);
      }
    }
    for (const [step, child] of childrenOf(schema)) visit(child, `${where}/${step}`);
  };
  for (const operation of operationsOf(spec)) {
    const schema = requestSchemaOf(operation);
    if (schema !== undefined) visit(schema, operation.operationId);
    else if (operation.requestBody !== undefined)
      throw new Error(`${operation.operationId} has a body that is not application/json.`);
  }
}

function assertKeyword(keyword: string, value: unknown, where: string): void {
  if (ANNOTATING_KEYWORDS.has(keyword) || ASSERTING_KEYWORDS.has(keyword)) return;
  if (keyword === 'additionalProperties' && value === true) return;
  throw new Error(
    `The generator does not honour the keyword "${keyword}" at ${where}. Teach it to conditions.ts and zod.ts, or say it otherwise.`,
  );
}

function assertValues(
  { type = [], enum: values = [], const: value = null, pattern = '\\S' }: Schema,
  where: string,
): void {
  for (const name of typeof type === 'string' ? [type] : type) {
    if (!TYPES.has(name)) throw new Error(`There is no type "${name}" at ${where}.`);
  }
  for (const scalar of [...values, value]) {
    if (typeof scalar === 'object' && scalar !== null)
      throw new Error(`Only scalars can be compared with, at ${where}.`);
  }
  if (pattern !== '\\S')
    throw new Error(`The only pattern that is honoured is \\S, not ${pattern} at ${where}.`);
}

function assertNames(schema: Schema, spec: Spec, where: string): void {
  for (const name of [...Object.keys(schema.properties ?? {}), ...(schema.required ?? [])]) {
    if (name in Object.prototype)
      throw new Error(`An attribute named "${name}" at ${where} would be read off the prototype.`);
  }
  const decoder = schema['x-decoder'];
  if (decoder !== undefined && !Object.hasOwn(spec['x-decoders'] ?? {}, decoder)) {
    throw new Error(`x-decoders does not describe "${decoder}", which stands at ${where}.`);
  }
  const list = schema['x-list'];
  if (list !== undefined && spec['x-lists']?.values.includes(list) !== true)
    throw new Error(`x-lists has no "${list}", which stands at ${where}.`);
  const refusal = schema['x-refusal'];
  if (refusal?.length === 0) throw new Error(`The x-refusal at ${where} would refuse without a text.`);
  for (const { sentence } of refusal ?? []) {
    if (!Object.hasOwn(sentencesOf(spec), sentence))
      throw new Error(`x-sentences has no "${sentence}", which stands at ${where}.`);
  }
}
