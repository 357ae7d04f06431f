/** JSON as Ruby, Node and browsers write it. */
export function toPlainJson(value: unknown): string {
  return JSON.stringify(value);
}

/** JSON as PHP writes it: slashes and all that is not ASCII are escaped. */
export function toPhpJson(value: unknown): string {
  return toAscii(JSON.stringify(value)).replaceAll('/', '\\/');
}

/** JSON as Python writes it: a blank behind every separator, all that is not ASCII escaped. */
export function toPythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toPythonJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return toAscii(JSON.stringify(value));
  const members = Object.entries(value).map(
    ([name, member]) => `${toAscii(JSON.stringify(name))}: ${toPythonJson(member)}`,
  );
  return `{${members.join(', ')}}`;
}

/** JSON as Go writes it: what HTML would take for its own is escaped. */
export function toGoJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapeUnit);
}

function toAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
