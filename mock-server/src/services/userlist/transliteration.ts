/** Letters that Unicode does not decompose, as the default table of Rails' I18n writes them; `ẞ` is ours. */
const UNDECOMPOSED: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'ng'],
  ['ĸ', 'k'],
  ['ı', 'i'],
]);

const LATIN_LETTER = /\p{Script=Latin}/u;
const COMBINING_MARK = /\p{Mark}/u;

/**
 * Writes one character in the letters a to z: `É` as `e`, `Þ` as `th`.
 *
 * A combining mark is written as nothing, so `e` and a combining acute read as `é` does. Null for everything that is
 * no Latin letter, and for the few Latin letters without a relative in ASCII, such as `ə`.
 * `×` is an `x`, as in Rails. `[assumed]`, and unlike Rails, which breaks the word there: letters beyond its table
 * (`ế`, `ș`, `ﬁ`, `ẞ`), combining marks, and the dot of an `İ` that stands beside ASCII capitals.
 */
export function toAsciiLetters(character: string): string | null {
  if (character === '×') return 'x';
  if (COMBINING_MARK.test(character)) return '';
  if (!LATIN_LETTER.test(character)) return null;
  let letters = '';
  // Lower-casing comes second: it alone would leave a dot above in İ, and decomposing alone would leave ᴬ an A.
  for (const part of character.normalize('NFKD').toLowerCase()) {
    letters += isLowerCase(part) ? part : (UNDECOMPOSED.get(part) ?? '');
  }
  return letters === '' ? null : letters;
}

function isLowerCase(character: string): boolean {
  return character >= 'a' && character <= 'z';
}
