import { all, indent, read } from './code.ts';
import { refuses } from './decoders.ts';
import { nameOfRef, type Scalar, type Schema, type Spec } from './spec.ts';

/** Renders schemas as conditions; what needs a loop or many steps becomes a function of its own. */
export type Conditions = { of(schema: Schema, v: string): string; hoisted(): string[] };

/** Equal schemas share one function. */
export function createConditions(spec: Spec): Conditions {
  const functions = new Map<string, string>();
  const bodies: string[] = [];

  const hoist: Hoist = (schema, parameter, body) => {
    const key = JSON.stringify(schema);
    const known = functions.get(key);
    if (known !== undefined) return known;
    const name = `check${functions.size + 1}`;
    functions.set(key, name);
    const text = body();
    bodies.push(`function ${name}(v: ${parameter}, d: Decoders): boolean {\n${indent(text)}\n}`);
    return name;
  };

  const of = (schema: Schema, v: string): string => {
    const parts: string[] = [];
    if (schema.$ref !== undefined) parts.push(`is${nameOfRef(schema.$ref, 'schemas')}(${v}, d)`);
    if (schema.type !== undefined) parts.push(typeCondition(schema.type, v));
    if (schema.enum !== undefined)
      parts.push(`(${schema.enum.map((value) => equals(v, value)).join(' || ')})`);
    if (schema.const !== undefined) parts.push(equals(v, schema.const));
    if (schema.anyOf !== undefined) parts.push(`(${schema.anyOf.map((child) => of(child, v)).join(' || ')})`);
    parts.push(...textConditions(schema, v, spec), ...numberConditions(schema, v));
    parts.push(...arrayConditions(schema, v, of, hoist), ...objectConditions(schema, v, of, hoist));
    if (schema.allOf !== undefined) parts.push(...schema.allOf.map((child) => of(child, v)));
    if (schema.not !== undefined) parts.push(`!(${of(schema.not, v)})`);
    if (schema.if !== undefined) {
      const [then, otherwise] = [schema.then, schema.else].map((child) =>
        child === undefined ? 'true' : of(child, v),
      );
      parts.push(`(${of(schema.if, v)} ? ${then} : ${otherwise})`);
    }
    const asserted = parts.filter((part) => part !== 'true');
    return asserted.length === 0 ? 'true' : all(asserted);
  };
  return { of, hoisted: () => bodies };
}

/** The condition that a value is of one of the types. */
export function typeCondition(type: string | readonly string[], v: string): string {
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
  if (schema.pattern !== undefined) tests.push(`INK.test(${v})`);
  if (schema.minLength !== undefined) tests.push(`countPoints(${v}) >= ${schema.minLength}`);
  if (schema.maxLength !== undefined) tests.push(`countPoints(${v}) <= ${schema.maxLength}`);
  const decoder = schema['x-decoder'];
  if (decoder !== undefined && refuses(spec, decoder)) tests.push(`(!INK.test(${v}) || d.${decoder}(${v}))`);
  const list = schema['x-list'];
  if (list !== undefined) tests.push(`(!INK.test(${v}) || d.knows(${JSON.stringify(list)}, ${v}))`);
  return tests.length === 0 ? [] : [`(typeof ${v} !== 'string' || ${all(tests)})`];
}

function numberConditions(schema: Schema, v: string): string[] {
  const tests: string[] = [];
  if (schema.minimum !== undefined) tests.push(`${v} >= ${schema.minimum}`);
  if (schema.maximum !== undefined) tests.push(`${v} <= ${schema.maximum}`);
  return tests.length === 0 ? [] : [`(typeof ${v} !== 'number' || ${all(tests)})`];
}

type Of = (schema: Schema, v: string) => string;
type Hoist = (schema: Schema, parameter: string, body: () => string) => string;

const LIST = 'readonly unknown[]';
const OBJECT = 'Record<string, unknown>';

function arrayConditions(schema: Schema, v: string, of: Of, hoist: Hoist): string[] {
  const tests: string[] = [];
  if (schema.minItems !== undefined) tests.push(`${v}.length >= ${schema.minItems}`);
  if (schema.maxItems !== undefined) tests.push(`${v}.length <= ${schema.maxItems}`);
  const { items, contains } = schema;
  if (items !== undefined && of(items, 'e') !== 'true') {
    const name = hoist(
      { items },
      LIST,
      () => `for (const e of v) if (!(${of(items, 'e')})) return false;\nreturn true;`,
    );
    tests.push(`${name}(${v}, d)`);
  }
  if (contains !== undefined) {
    const name = hoist(
      { contains },
      LIST,
      () => `for (const e of v) if (${of(contains, 'e')}) return true;\nreturn false;`,
    );
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
    const name = hoist({ properties, required }, OBJECT, () => {
      const lines = required.map((property) => `if (${read('v', property)} === undefined) return false;`);
      Object.entries(properties).forEach(([property, child], index) => {
        const condition = of(child, `p${index}`);
        if (condition === 'true') return;
        lines.push(
          `const p${index} = ${read('v', property)};`,
          `if (p${index} !== undefined && !(${condition})) return false;`,
        );
      });
      return [...lines, 'return true;'].join('\n');
    });
    tests.push(`${name}(${v}, d)`);
  }
  return tests.length === 0 ? [] : [`(!isObject(${v}) || ${all(tests)})`];
}
