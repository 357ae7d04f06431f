import { expect, it } from 'vitest';
import { withSizes } from './sizes-table.ts';

it('puts a row for each package and door where the page has the marks', () => {
  const page = 'before\n<!-- sizes -->\nold\n<!-- /sizes -->\nafter\n';
  const sizes = { 'b tarball': 16_849, 'b unpacked': 72_000, 'a/door bundle': 5949 };
  expect(withSizes(page, sizes)).toBe(
    `before
<!-- sizes -->
| | Tarball | Unpacked | Bundle |
| --- | --: | --: | --: |
| \`a/door\` |  |  | 5.9 kB |
| \`b\` | 16.8 kB | 72.0 kB |  |
<!-- /sizes -->
after
`,
  );
});

it('wants the marks', () => {
  expect(() => withSizes('no marks', {})).toThrow('The page has no <!-- sizes -->.');
});
