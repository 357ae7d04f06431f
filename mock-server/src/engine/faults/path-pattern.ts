/** Whether a path fits a pattern in which `*` stands for any characters, or none. */
export function fitsPattern(pattern: string, path: string): boolean {
  // Step by step rather than by a regular expression: many stars in one would take for ever.
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === path;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
