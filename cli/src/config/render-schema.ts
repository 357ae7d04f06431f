import { kindsOf, resolve, type Schema } from './schema.ts';

/** Says in words what a value has to be. */
export function renderSchema(schema: Schema): string {
  const resolved = resolve(schema);
  if (resolved.anyOf !== undefined) return join(resolved.anyOf.map(renderSchema));
  if (resolved.enum !== undefined) return `one of ${namesOf(resolved).join(', ')}`;
  return join(kindsOf(resolved).map((kind) => renderKind(kind, resolved)));
}

/** The texts that a schema has to choose from. */
export function namesOf(schema: Schema): string[] {
  return (schema.enum ?? []).filter((name) => name !== null);
}

function renderKind(kind: string, schema: Schema): string {
  switch (kind) {
    case 'integer':
      return `a whole number${renderRange(schema)}`;
    case 'number':
      return `a number${renderRange(schema)}`;
    case 'string':
      return `a text${renderLength(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return `a list${renderSize(schema)}`;
    case 'object':
      return (schema.minProperties ?? 0) > 0 ? 'an object that is not empty' : 'an object';
    default:
      // Whoever wants nothing said leaves it out.
      return '';
  }
}

function renderRange({ minimum, maximum }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}

function renderLength({ minLength = 0, maxLength }: Schema): string {
  if (maxLength !== undefined) return ` of ${minLength} to ${maxLength} characters`;
  return minLength > 0 ? ' that is not empty' : '';
}

function renderSize({ minItems = 0, maxItems }: Schema): string {
  if (maxItems !== undefined) return ` of ${minItems} to ${maxItems} entries`;
  return minItems > 0 ? ' that is not empty' : '';
}

function join(alternatives: readonly string[]): string {
  return [...new Set(alternatives)].filter((each) => each !== '').join(' or ');
}
