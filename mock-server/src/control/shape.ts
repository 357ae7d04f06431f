import type { Shape } from '@understudy/openapi/control/routes';

/** Says in words what a value has to be. */
export function renderShape(shape: Shape): string {
  const types = (typeof shape.type === 'string' ? [shape.type] : (shape.type ?? [])).filter(
    (type) => type !== 'null',
  );
  if (shape.enum !== undefined) return `one of ${shape.enum.filter((value) => value !== null).join(', ')}`;
  if (types.includes('integer')) return `a whole number${rangeOf(shape)}`;
  if (types.includes('array')) {
    const entries = shape.items === undefined ? '' : `, each ${renderShape(shape.items)}`;
    return `a list with ${shape.minItems ?? 0} or more entries${entries}`;
  }
  if (types.includes('object')) return 'an object';
  if (shape.pattern !== undefined) return `a text that matches ${shape.pattern}`;
  return (shape.minLength ?? 0) > 0 ? 'a text that is not empty' : 'a text';
}

function rangeOf({ minimum, maximum }: Shape): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}

const WHOLE_NUMBER = /^-?[0-9]{1,15}$/;

/** Reads the text of a query parameter; null when it is not what it has to be. */
export function decodeParameter(text: string, shape: Shape): string | number | null {
  if (shape.type === 'integer') {
    if (!WHOLE_NUMBER.test(text)) return null;
    const value = Number(text);
    return value >= (shape.minimum ?? value) && value <= (shape.maximum ?? value) ? value : null;
  }
  if (text.length < (shape.minLength ?? 0)) return null;
  if (shape.pattern !== undefined && !new RegExp(shape.pattern, 'u').test(text)) return null;
  return text;
}
