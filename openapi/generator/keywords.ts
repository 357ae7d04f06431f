import { nameOfRef, operationsOf, requestSchemaOf, type Schema, type Spec } from './spec.ts';

/** The keywords that checks.ts and zod.ts both turn into code. */
export const ASSERTING_KEYWORDS: ReadonlySet<string> = new Set([
  '$ref',
  'type',
  'properties',
  'required',
  'items',
  'contains',
  'allOf',
  'anyOf',
  'not',
  'if',
  'then',
  'else',
  'enum',
  'const',
  'pattern',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'minProperties',
  'maxProperties',
  'minimum',
  'maximum',
]);

/** Keywords that say something to readers and assert nothing; `format` is among them, as 2020-12 has it. */
export const ANNOTATING_KEYWORDS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'format',
  'example',
  'examples',
  'default',
  'deprecated',
  'x-evidence',
  'x-undocumented',
  'x-documented',
  'x-decoder',
  'x-refusal',
]);

/**
 * Walks every schema that a request body reaches and throws on the first keyword that the generator would ignore.
 * A silently dropped constraint would be a rule that users believe in and nobody enforces.
 */
export function assertHonouredKeywords(spec: Spec): void {
  const visited = new Set<string>();
  const visit = (schema: Schema, where: string): void => {
    for (const [keyword, value] of Object.entries(schema)) {
      if (ANNOTATING_KEYWORDS.has(keyword)) continue;
      if (keyword === 'additionalProperties' && value === true) continue;
      if (!ASSERTING_KEYWORDS.has(keyword)) {
        throw new Error(
          `The generator does not honour the keyword "${keyword}" at ${where}. Teach it to checks.ts and zod.ts, or say it otherwise.`,
        );
      }
    }
    for (const name of Object.keys(schema.properties ?? {})) {
      if (name in Object.prototype) throw new Error(`An attribute named "${name}" at ${where} would be read off the prototype.`);
    }
    if (schema.$ref !== undefined) {
      const name = nameOfRef(schema.$ref, 'schemas');
      const target = spec.components.schemas[name];
      if (target === undefined) throw new Error(`${where} refers to ${schema.$ref}, which does not exist.`);
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
  }
}

/** The schemas directly inside a schema, each with the path that leads to it. */
export function childrenOf(schema: Schema): [string, Schema][] {
  const children: [string, Schema][] = [];
  for (const [name, child] of Object.entries(schema.properties ?? {})) children.push([`properties/${name}`, child]);
  for (const keyword of ['allOf', 'anyOf'] as const) {
    schema[keyword]?.forEach((child, index) => children.push([`${keyword}/${index}`, child]));
  }
  for (const keyword of ['items', 'contains', 'not', 'if', 'then', 'else'] as const) {
    const child = schema[keyword];
    if (child !== undefined) children.push([keyword, child]);
  }
  return children;
}

/** The names of all component schemas that request bodies reach, in the file's order. */
export function requestSchemaNames(spec: Spec): string[] {
  const reached = new Set<string>();
  const reach = (schema: Schema): void => {
    if (schema.$ref !== undefined) {
      const name = nameOfRef(schema.$ref, 'schemas');
      const target = spec.components.schemas[name];
      if (target !== undefined && !reached.has(name)) {
        reached.add(name);
        reach(target);
      }
    }
    for (const [, child] of childrenOf(schema)) reach(child);
  };
  for (const operation of operationsOf(spec)) {
    const schema = requestSchemaOf(operation);
    if (schema !== undefined) reach(schema);
  }
  return Object.keys(spec.components.schemas).filter((name) => reached.has(name));
}
