import { requestSchemaNames } from './reach.ts';
import { nameOfRef, type Schema, type Spec } from './spec.ts';

/** Renders one zod schema for every schema that a request body reaches, each deciding exactly as the JSON Schema does. */
export function toZod(spec: Spec, acceptedTypes: string): string {
  const declared = requestSchemaNames(spec).map((name) => {
    const schema = spec.components.schemas[name] ?? {};
    return `export const ${name}: z.ZodType<Accepted['${name}']> = z.lazy(() => ${render(schema)}) as z.ZodType<Accepted['${name}']>;`;
  });
  return [
    `import { z } from 'zod';\nimport type { components } from '${acceptedTypes}';`,
    SUPPORT,
    ...declared,
    '',
  ].join('\n\n');
}

const SUPPORT = `type Accepted = components['schemas'];

const anything = z.unknown();

/** Every schema must accept; zod's own intersection would merge outputs, which recursive loose objects do not survive. */
function every(...schemas: z.ZodType[]): z.ZodType {
  return anything.superRefine((value, context) => {
    for (const schema of schemas) relay(schema, value, context);
  });
}

function branch(condition: z.ZodType, then: z.ZodType, otherwise: z.ZodType): z.ZodType {
  return anything.superRefine((value, context) => relay(condition.safeParse(value).success ? then : otherwise, value, context));
}

function relay(schema: z.ZodType, value: unknown, context: z.RefinementCtx): void {
  const result = schema.safeParse(value);
  if (!result.success) {
    for (const { message, path } of result.error.issues) context.addIssue({ code: 'custom', message, path: [...path] });
  }
}

function never(schema: z.ZodType): z.ZodType {
  return anything.refine((value) => !schema.safeParse(value).success, 'must not match');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Applies a schema to values of one kind and lets every other kind through, as JSON Schema's keywords do. */
function where(applies: (value: unknown) => boolean, schema: z.ZodType): z.ZodType {
  return anything.superRefine((value, context) => {
    if (applies(value)) relay(schema, value, context);
  });
}

function present(schema: z.ZodType): z.ZodType {
  return schema.refine((value) => value !== undefined, 'is required');
}

function has(schema: z.ZodType): (values: unknown[]) => boolean {
  return (values) => values.some((value) => schema.safeParse(value).success);
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const counts = (least: number, most: number) => (value: Record<string, unknown>) => {
  const count = Object.keys(value).length;
  return count >= least && count <= most;
};`;

function render(schema: Schema): string {
  const parts: string[] = [];
  if (schema.$ref !== undefined) parts.push(nameOfRef(schema.$ref, 'schemas'));
  const types =
    schema.type === undefined ? undefined : typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (types !== undefined) parts.push(union(types.map(ofType)));
  if (schema.enum !== undefined) parts.push(`z.literal(${JSON.stringify(schema.enum)})`);
  if (schema.const !== undefined) parts.push(`z.literal(${JSON.stringify(schema.const)})`);
  parts.push(...textParts(schema), ...numberParts(schema), ...arrayParts(schema), ...objectParts(schema));
  for (const child of schema.allOf ?? []) parts.push(render(child));
  if (schema.anyOf !== undefined) parts.push(union(schema.anyOf.map(render)));
  if (schema.not !== undefined) parts.push(`never(${render(schema.not)})`);
  if (schema.if !== undefined) {
    parts.push(`branch(${render(schema.if)}, ${render(schema.then ?? {})}, ${render(schema.else ?? {})})`);
  }
  if (parts.length === 0) return 'anything';
  return parts.length === 1 ? (parts[0] ?? '') : `every(${parts.join(', ')})`;
}

const union = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? '') : `z.union([${parts.join(', ')}])`;

function ofType(type: string): string {
  switch (type) {
    case 'string':
      return 'z.string()';
    case 'number':
      return 'z.number()';
    case 'integer':
      return 'z.number().refine(Number.isInteger)';
    case 'boolean':
      return 'z.boolean()';
    case 'null':
      return 'z.null()';
    case 'array':
      return 'z.array(anything)';
    case 'object':
      return "z.custom(isObject, 'must be an object')";
    default:
      throw new Error(`Unknown type "${type}"`);
  }
}

function textParts(schema: Schema): string[] {
  let rule = '';
  if (schema.pattern !== undefined) rule += `.regex(/${schema.pattern}/u)`;
  if (schema.minLength !== undefined) rule += `.refine((text) => [...text].length >= ${schema.minLength})`;
  if (schema.maxLength !== undefined) rule += `.refine((text) => [...text].length <= ${schema.maxLength})`;
  return rule === '' ? [] : [`where(isText, z.string()${rule})`];
}

function numberParts(schema: Schema): string[] {
  let rule = '';
  if (schema.minimum !== undefined) rule += `.min(${schema.minimum})`;
  if (schema.maximum !== undefined) rule += `.max(${schema.maximum})`;
  return rule === '' ? [] : [`where(isNumber, z.number()${rule})`];
}

function arrayParts(schema: Schema): string[] {
  const { items, contains, minItems, maxItems } = schema;
  let rule = '';
  if (minItems !== undefined) rule += `.min(${minItems})`;
  if (maxItems !== undefined) rule += `.max(${maxItems})`;
  if (contains !== undefined) rule += `.refine(has(${render(contains)}))`;
  if (items === undefined && rule === '') return [];
  return [`where(Array.isArray, z.array(${items === undefined ? 'anything' : render(items)})${rule})`];
}

function objectParts(schema: Schema): string[] {
  const { properties = {}, required = [], minProperties = 0, maxProperties } = schema;
  const parts: string[] = [];
  const names = new Set([...Object.keys(properties), ...required]);
  if (names.size > 0) {
    const shape = [...names].map((name) => {
      const child = properties[name];
      const rendered = child === undefined ? 'anything' : render(child);
      const value = required.includes(name) ? `present(${rendered})` : `${rendered}.optional()`;
      return `${JSON.stringify(name)}: ${value}`;
    });
    parts.push(`where(isObject, z.looseObject({ ${shape.join(', ')} }))`);
  }
  if (minProperties > 0 || maxProperties !== undefined) {
    parts.push(
      `where(isObject, z.custom<Record<string, unknown>>(isObject).refine(counts(${minProperties}, ${maxProperties ?? 'Infinity'})))`,
    );
  }
  return parts;
}
