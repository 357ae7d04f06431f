import { expect, it } from 'vitest';
import { withDeclaredLength } from './declared-length.ts';

const ANSWER = { status: 202, reason: 'Accepted', body: 'abc', close: false };

it('A declared length takes the place of the true one, however that is spelt', () => {
  const answer = { ...ANSWER, headers: ['X-A', '1', 'content-LENGTH', '3'] };
  expect(withDeclaredLength(answer, 7)).toEqual({
    ...ANSWER,
    headers: ['X-A', '1', 'Content-Length', '7'],
  });
  expect(withDeclaredLength(answer, null)).toBe(answer);
});
