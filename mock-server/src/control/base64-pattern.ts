const NO_LATIN1 = /[\u0100-\uffff]+/g;

/**
 * What finds, as the source of a pattern, a secret in the Base64 of a text that holds it, wherever among three bytes it
 * begins; all that follows is found with it.
 */
export function toBase64Source(secret: string): string {
  const bytes = toLatin1(secret);
  const starts = [0, 1, 2].map((offset) => {
    const padded = `${'\0'.repeat(offset)}${bytes}`;
    const code = btoa(padded.slice(0, padded.length - (padded.length % 3)));
    // The first characters are those of what stands before, and the next one is of both.
    const own = code.slice(offset === 0 ? 0 : offset + 1);
    const written = own.replaceAll('/', '(?:\\\\?[/_]|%2F)').replaceAll('+', '(?:[-+]|%2B)');
    return `${offset === 0 ? '' : '[A-Za-z0-9+/_-]?'}${written}`;
  });
  return `(?:${starts.join('|')})[A-Za-z0-9+/_-]*={0,2}`;
}

/** Text of which every character is a byte; what is none becomes UTF-8. */
export function toLatin1(text: string): string {
  return text.replaceAll(NO_LATIN1, toByteText);
}

function toByteText(characters: string): string {
  return String.fromCharCode(...new TextEncoder().encode(characters));
}
