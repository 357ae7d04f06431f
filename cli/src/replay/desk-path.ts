const DESK = '_control';
const MOST_DECODINGS = 5;

/**
 * Whether a path is the desk's, or below it, for a stand-in or for anything before it that tidies paths: percent-encoded,
 * with other slashes, dots or capitals.
 */
export function isDeskPath(path: string): boolean {
  const segments: string[] = [];
  for (const segment of decode(path).toLowerCase().split(/[/\\]/)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
    // Whoever tidies one thing may leave another as it is.
    if (segments[0] === DESK) return true;
  }
  return false;
}

/** Percent-encoding may be percent-encoded; what is badly encoded stays as it is. */
function decode(path: string): string {
  let decoded = path;
  for (let count = 0; count < MOST_DECODINGS; count += 1) {
    const next = decoded.replaceAll(/%([0-7][0-9a-f])/gi, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    if (next === decoded) break;
    decoded = next;
  }
  // A query or a fragment ends the path, and so do parameters of a segment.
  return decoded.replaceAll(/[?#;]/g, '/').replaceAll(/[\0-\x20]/g, '');
}
