import { expect, it } from 'vitest';
import { hasEffects } from './effects.ts';

it.each([
  [
    "import { a } from './a.js';\nexport const b = new Map([[a, 1]]);\nexport function c() { b.clear(); }",
    false,
  ],
  ["export * from './a.js';\nexport class D extends Error {}", false],
  ["import './a.js';", true],
  ['process.title = "a";', true],
  ['if (globalThis.a === undefined) globalThis.a = 1;', true],
  ['export const a = await start();', true],
])('tells whether it does something when it is loaded: %s', (text, expected) => {
  expect(hasEffects(text)).toBe(expected);
});
