import { expect, it } from 'vitest';
import { toReadme } from './to-readme.ts';

const isInPackage = (path: string): boolean => path === 'LICENSE';

it('keeps the links that lead somewhere', () => {
  const text = '[Licence](LICENSE), [above](#above), [MSW](https://mswjs.io/docs)\n';
  expect(toReadme('client', text, isInPackage)).toBe(text);
});

it('says where in the repository the rest is', () => {
  expect(toReadme('client', 'See [The desk](../docs/desk.md#token).\n', isInPackage)).toBe(
    'See The desk (`docs/desk.md`).\n\nWhat stands in parentheses with a path is a file of the repository.\n',
  );
});
