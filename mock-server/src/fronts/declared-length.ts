import type { Answer } from '../engine/outcome.ts';

/** The answer with a Content-Length that its body need not have; null leaves it as it is. */
export function withDeclaredLength(answer: Answer, length: number | null): Answer {
  if (length === null) return answer;
  const headers: string[] = [];
  for (let at = 0; at + 1 < answer.headers.length; at += 2) {
    const name = answer.headers[at] ?? '';
    if (name.toLowerCase() !== 'content-length') headers.push(name, answer.headers[at + 1] ?? '');
  }
  return { ...answer, headers: [...headers, 'Content-Length', String(length)] };
}
