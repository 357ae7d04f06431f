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
