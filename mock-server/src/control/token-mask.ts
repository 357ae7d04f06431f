import { toBase64Source } from './base64-pattern.ts';
import type { Problem } from './problem.ts';
import type { DeskAnswer } from './render-reply.ts';

/** Hides the desk's token in what the desk says. */
export type TokenMask = {
  /** A line of a log, say. */
  text(text: string): string;
  /** Problems repeat names that were sent. */
  problem(problem: Problem): Problem;
  /** What senders put into requests and is shown again. */
  answer(answer: DeskAnswer): DeskAnswer;
};

/** Shorter ones occur inside of other words by chance. */
const LONG = 12;
/** Of such characters numbers are made too, and a number with a piece missing would be no JSON. */
const NUMBER_LIKE = /^[0-9eE.+-]+$/;
const HIDDEN = '••••';

/** Hides a token that is long enough not to occur by chance everywhere, any other where a problem has it as a word. */
export function createTokenMask(token: string | null): TokenMask {
  if (token === null)
    return { text: (text) => text, problem: (problem) => problem, answer: (answer) => answer };
  const isLong = token.length >= LONG && !NUMBER_LIKE.test(token);
  const pattern = patternOf(token, isLong);
  const hide = (text: string): string => text.replaceAll(pattern, HIDDEN);
  return {
    text: hide,
    problem: (problem) => ({
      ...problem,
      message: hide(problem.message),
      path: problem.path === null ? null : hide(problem.path),
    }),
    answer(answer) {
      if (!isLong) return answer;
      if ('pieces' in answer) return { ...answer, pieces: hideIn(answer.pieces, hide) };
      return { ...answer, body: hide(answer.body) };
    },
  };
}

/** The token as it is, as JSON writes it, as it stands in a path, and in Base64 when it is long. */
function patternOf(token: string, isLong: boolean): RegExp {
  const written = [...new Set([token, JSON.stringify(token).slice(1, -1), encodeURIComponent(token)])];
  const literal = written.map((each) => each.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|');
  return new RegExp(
    isLong ? `${literal}|${toBase64Source(token)}` : `(?<![A-Za-z0-9])(?:${literal})(?![A-Za-z0-9])`,
    'g',
  );
}

/** No generator: the return of one would wait for the next piece, and whoever leaves would keep a place until then. */
function hideIn(pieces: AsyncIterable<string>, hide: (text: string) => string): AsyncIterable<string> {
  return {
    [Symbol.asyncIterator]() {
      const inner = pieces[Symbol.asyncIterator]();
      return {
        async next() {
          const piece = await inner.next();
          return piece.done === true ? piece : { done: false, value: hide(piece.value) };
        },
        async return() {
          await inner.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
