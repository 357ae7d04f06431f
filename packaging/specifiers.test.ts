import { expect, it } from 'vitest';
import { findSpecifiers, rewriteSpecifiers } from './specifiers.ts';

const TEXT = `
import { a } from './a.ts';
import './b.ts';
export type { C } from "@understudy/openapi/types";
const d = await import('./d.ts');
type E = import('./e.ts').E;
const f = new URL('./f.yaml', import.meta.url);
const g = import.meta.resolve('./g.ts');
`;

it('finds every file that a text names', () => {
  expect(findSpecifiers(TEXT).map(({ text }) => text)).toEqual([
    './a.ts',
    './b.ts',
    '@understudy/openapi/types',
    './d.ts',
    './e.ts',
    './f.yaml',
    './g.ts',
  ]);
});

it('renames those and nothing else', () => {
  expect(rewriteSpecifiers(TEXT, (name) => name.replace('.ts', '.js'))).toBe(TEXT.replaceAll('.ts', '.js'));
  expect(rewriteSpecifiers(TEXT, (name) => name)).toBe(TEXT);
});

it.each([
  "/** import { a } from './a.ts'; */",
  'const text = \'import("./a.ts")\';',
  "const address = new URL('/users', base);",
  "const address = new URL('https://example.com', import.meta.url);",
])('leaves alone what only looks like one: %s', (text) => {
  expect(findSpecifiers(text)).toEqual([]);
});
