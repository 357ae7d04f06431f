const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const CUT_NUMBER = /^(?:\.|[eE][+-]?)$/;
const LONGEST_CUT = 3;
const BLANK = /[ \t\n\r]*/y;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/**
 * Where a text stops being JSON, as people count, lines and columns from 1; null when it only ends too early. The parser
 * of the platform says so of some mistakes only. The text must be none that it reads.
 */
export function findJsonMistake(text: string): { readonly line: number; readonly column: number } | null {
  const at = scan(text);
  if (at >= text.length) return null;
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The offset of the first character that cannot stand there. */
function scan(text: string): number {
  /** What is open, the innermost last. */
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expected: 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' = 'value';

  for (;;) {
    at = behind(BLANK, text, at) ?? at;
    const character = text[at] ?? '';
    const inner = open.at(-1);
    const closes = inner !== undefined && character === (inner === '{' ? '}' : ']');
    if (closes && expected !== 'value' && expected !== 'name' && expected !== 'colon') {
      open.pop();
      at += 1;
      expected = 'comma';
    } else if (expected === 'comma') {
      if (character !== ',' || inner === undefined) return at;
      at += 1;
      expected = inner === '{' ? 'name' : 'value';
    } else if (expected === 'colon') {
      if (character !== ':') return at;
      at += 1;
      expected = 'value';
    } else if (expected === 'name' || expected === 'first name') {
      const end = character === '"' ? behindString(text, at) : { at, isWhole: false };
      if (!end.isWhole) return end.at;
      at = end.at;
      expected = 'colon';
    } else if (character === '{' || character === '[') {
      open.push(character);
      at += 1;
      expected = character === '{' ? 'first name' : 'first value';
    } else if (character === '"') {
      const end = behindString(text, at);
      if (!end.isWhole) return end.at;
      at = end.at;
      expected = 'comma';
    } else {
      const end = behind(LITERAL, text, at);
      if (end === null) return isCutLiteral(text.slice(at)) ? text.length : at;
      at = CUT_NUMBER.test(text.slice(end, end + LONGEST_CUT)) ? text.length : end;
      expected = 'comma';
    }
  }
}

function behindString(text: string, start: number): { readonly at: number; readonly isWhole: boolean } {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"') return { at: at + 1, isWhole: true };
    if (character < ' ') return { at, isWhole: false };
    if (character !== '\\') continue;
    const end = behind(ESCAPE, text, at + 1);
    if (end === null) return { at: at + 6 >= text.length ? text.length : at, isWhole: false };
    at = end - 1;
  }
  return { at: text.length, isWhole: false };
}

function isCutLiteral(rest: string): boolean {
  return ['true', 'false', 'null', '-'].some((literal) => literal.startsWith(rest));
}

/** Where a match that begins at an offset ends; null when there is none. */
function behind(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
