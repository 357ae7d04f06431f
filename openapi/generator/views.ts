import { ANNOTATING_KEYWORDS } from './keywords.ts';

/**
 * Turns the spec into what the reference documents: attributes known only from clients go, and a schema that is
 * wider than the reference is replaced by its `x-documented`.
 */
export function toDocumentedView<Node>(node: Node): Node {
  return narrow(node) as Node;
}

function narrow(node: unknown): unknown {
  if (Array.isArray(node)) return node.filter((entry) => !isUndocumented(entry)).map(narrow);
  if (!isRecord(node)) return node;
  const documented = node['x-documented'];
  if (isRecord(documented)) {
    const { description } = node;
    return narrow(description === undefined ? documented : { description, ...documented });
  }
  const kept = Object.entries(node).filter(([, value]) => !isUndocumented(value));
  return withoutLoneChoice(Object.fromEntries(kept.map(([key, value]) => [key, narrow(value)])));
}

/** A choice of which one alternative is left is none; the printer would not relate it to the keywords beside it. */
function withoutLoneChoice(schema: Record<string, unknown>): Record<string, unknown> {
  const { anyOf, ...rest } = schema;
  const [only, ...others] = Array.isArray(anyOf) ? anyOf : [];
  if (!isRecord(only) || others.length > 0) return schema;
  const clashes = Object.keys(only).some((key) => key in rest && !ANNOTATING_KEYWORDS.has(key));
  return clashes ? schema : { ...rest, ...only };
}

function isUndocumented(value: unknown): boolean {
  return isRecord(value) && value['x-undocumented'] === true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Turns the spec into what is accepted, as far as types can say it. The type printer does not know `if`, so a schema
 * that wants more of objects than of other kinds becomes a choice, and an object without attributes an open one.
 */
export function toAcceptedView<Node>(node: Node): Node {
  return unfold(node) as Node;
}

function unfold(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(unfold);
  if (!isRecord(node)) return node;
  const entries = Object.entries(foldKinds(node));
  const children = Object.fromEntries(entries.map(([key, value]) => [key, unfold(value)]));
  const { type, if: condition, then, ...rest } = children;
  if (!Array.isArray(type) || !isRecord(condition) || condition.type !== 'object' || !isRecord(then))
    return open(children);
  const others = type.filter((name) => name !== 'object');
  const empty = { type: 'object', additionalProperties: false };
  return { ...rest, anyOf: [{ type: others }, then, ...(condition.minProperties === 1 ? [empty] : [])] };
}

/** A choice between kinds alone is a list of kinds, and its alternatives need not be told apart. */
function foldKinds(schema: Record<string, unknown>): Record<string, unknown> {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf) || 'type' in rest || !anyOf.every(isKind)) return schema;
  return { ...rest, type: anyOf.flatMap(({ type }) => type) };
}

function isKind(schema: unknown): boolean {
  return (
    isRecord(schema) &&
    'type' in schema &&
    Object.keys(schema).every((key) => key === 'type' || ANNOTATING_KEYWORDS.has(key))
  );
}

/** Objects of which nothing is known may hold anything; the printer would have them hold nothing. */
function open(schema: Record<string, unknown>): Record<string, unknown> {
  const { type } = schema;
  const isObject = type === 'object' || (Array.isArray(type) && type.includes('object'));
  const isBare = ['properties', 'allOf', 'anyOf', 'additionalProperties'].every(
    (keyword) => !(keyword in schema),
  );
  return isObject && isBare ? { ...schema, additionalProperties: true } : schema;
}
