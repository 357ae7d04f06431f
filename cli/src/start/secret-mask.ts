import { createKeyMask } from '@understudy/mock-server';

/** Hides what one exchange must not show in a line. */
export type SecretMask = {
  /** In what was requested: the key and the token as they are, or percent-encoded. */
  request(text: string): string;
  /** In sentences about a body: pieces of the key too, since they quote bodies in part and name what names became. */
  sentence(text: string): string;
};

/** Shorter keys occur inside of other words by chance. */
const LONG_KEY = 12;
/** So much of a key in a row is no chance any more. */
const LONG_PIECE = 8;
/** Enough of any real key; a header of many kilobytes would take its time. */
const MOST_COMPARED = 1024;
const HIDDEN = '••••';

/** Hides the key that a request presented, and what `hideToken` hides. */
export function createSecretMask(
  rawHeaders: readonly string[],
  hideToken: (text: string) => string,
): SecretMask {
  const hideKey = createKeyMask(rawHeaders);
  const request = (text: string): string => hideToken(hideKey(text));
  const keys = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && name.toLowerCase() === 'authorization' ? toCredentials(rawHeaders[at + 1] ?? '') : [],
  );
  return {
    request,
    sentence: (text) => keys.reduce(hidePieces, request(text)),
  };
}

/** What pieces of it are compared with; none of a key that is too short. */
function toCredentials(header: string): string[] {
  const key = squash(header.trim().replace(/^\S+[ \t]+/, ''));
  return key.length < LONG_KEY ? [] : [key.slice(0, MOST_COMPARED)];
}

/** Names are stored in small letters and with other signs between words. */
const squash = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

function hidePieces(text: string, key: string): string {
  const signs = [...text.matchAll(/[A-Za-z0-9]/g)];
  const squashed = signs.map(([sign]) => sign.toLowerCase()).join('');
  let shown = '';
  let end = 0;
  for (let at = 0; at + LONG_PIECE <= squashed.length; at += 1) {
    let length = 0;
    while (at + length < squashed.length && key.includes(squashed.slice(at, at + length + 1))) length += 1;
    if (length < LONG_PIECE) continue;
    shown += `${text.slice(end, signs[at]?.index)}${HIDDEN}`;
    end = (signs[at + length - 1]?.index ?? 0) + 1;
    at += length - 1;
  }
  return shown + text.slice(end);
}
