import type { Shape } from '@understudy/openapi/control/routes';

/** Says in words what a value has to be; that it may be null is left out. */
export function renderShape(shape: Shape): string {
  if (shape.anyOf !== undefined) return toChoice(shape.anyOf.filter(isMore).map(renderShape));
  if (shape.enum !== undefined) return `one of ${namesIn(shape).join(', ')}`;
  const kinds = kindsOf(shape);
  return kinds.length === 0 ? 'anything' : toChoice(kinds.map((kind) => renderKind(kind, shape)));
}

/** The texts that a value may be; undefined where that is no closed list. */
export function namesOf(shape: Shape): readonly string[] | undefined {
  return shape.enum === undefined ? undefined : namesIn(shape);
}

/** The shape of what stands at a JSON Pointer; undefined where nothing is said of it. */
export function shapeAt(shape: Shape, pointer: string): Shape | undefined {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<Shape | undefined>(
    (at, step) => (at === undefined ? undefined : inside(at, step)),
    shape,
  );
}

function inside({ items, attributes, anyOf = [] }: Shape, step: string): Shape | undefined {
  if (items !== undefined) return items;
  const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
  if (attributes !== undefined) return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return anyOf.map((choice) => inside(choice, step)).find((found) => found !== undefined);
}

function renderKind(kind: string, shape: Shape): string {
  switch (kind) {
    case 'integer':
      return `a whole number${rangeOf(shape.minimum, shape.maximum)}`;
    case 'number':
      return `a number${rangeOf(shape.minimum, shape.maximum)}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return renderList(shape);
    case 'object':
      return renderObject(shape);
    default:
      return renderText(shape);
  }
}

function renderList({ items, minItems = 0, maxItems }: Shape): string {
  const entries = items === undefined || !isMore(items) ? '' : `, each ${renderShape(items)}`;
  return `a list with ${maxItems === undefined ? `${minItems} or more` : `${minItems} to ${maxItems}`} entries${entries}`;
}

function renderObject({ attributes, required = [], minProperties = 0 }: Shape): string {
  if (attributes === undefined) return 'an object';
  const others = Object.keys(attributes).filter((name) => !required.includes(name));
  if (required.length === 0)
    return `an object with ${minProperties > 0 ? 'at least one' : 'any'} of ${others.join(', ')}`;
  const perhaps = others.length === 0 ? '' : ` and perhaps ${others.join(', ')}`;
  return `an object with ${toChoice(required, 'and')}${perhaps}`;
}

function renderText({ pattern, minLength = 0, maxLength }: Shape): string {
  if (pattern !== undefined) return `a text that matches ${pattern}`;
  if (maxLength !== undefined) return `a text of ${minLength} to ${maxLength} characters`;
  return minLength > 0 ? 'a text that is not empty' : 'a text';
}

function rangeOf(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}

function kindsOf({ type = [] }: Shape): readonly string[] {
  return (typeof type === 'string' ? [type] : type).filter((kind) => kind !== 'null');
}

/** Whether a choice is any other than null. */
function isMore({ type }: Shape): boolean {
  return type !== 'null';
}

function namesIn({ enum: names = [] }: Shape): string[] {
  return names.filter((name) => name !== null);
}

/** One, two or three of them, as one says it. */
function toChoice(parts: readonly string[], word = 'or'): string {
  const [last = '', ...before] = parts.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${word} ${last}`;
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
  if (shape.enum !== undefined && !shape.enum.includes(text)) return null;
  if (shape.pattern !== undefined && !new RegExp(shape.pattern, 'u').test(text)) return null;
  return text;
}
