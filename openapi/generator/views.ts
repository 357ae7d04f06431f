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
  return Object.fromEntries(kept.map(([key, value]) => [key, narrow(value)]));
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
  const children = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, unfold(value)]));
  const { type, if: condition, then, ...rest } = children;
  if (!Array.isArray(type) || !isRecord(condition) || condition.type !== 'object' || !isRecord(then))
    return open(children);
  const others = type.filter((name) => name !== 'object');
  const empty = { type: 'object', additionalProperties: false };
  return { ...rest, anyOf: [{ type: others }, then, ...(condition.minProperties === 1 ? [empty] : [])] };
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
