import { expect, it } from 'vitest';
import { findManifestProblems } from './find-manifest-problems.ts';
import type { Workspace } from './workspace.ts';

const workspace: Workspace = {
  folder: 'code',
  manifest: {
    name: '@a/code',
    version: '1.0.0',
    sideEffects: ['./src/start.ts'],
    dependencies: { one: '1.0.0' },
    peerDependencies: { two: '^2' },
  },
};
const texts = new Map([
  ['dist/start.js', 'start();\n'],
  ['dist/index.js', 'export const a = 1;\n'],
  ['dist/index.d.ts', 'declare module "two" {}\n'],
]);

it('finds nothing where all is told', () => {
  const gathered = { texts, copies: new Map(), needs: new Set(['one', 'two']) };
  expect(findManifestProblems(workspace, gathered)).toEqual([]);
});

it('finds what is imported and not declared', () => {
  const gathered = { texts, copies: new Map(), needs: new Set(['one', '@b/three']) };
  expect(findManifestProblems(workspace, gathered)).toEqual([
    '@a/code imports @b/three; name that among the dependencies in code/package.json.',
  ]);
});

it.each([
  [new Map([...texts, ['dist/more.js', 'more();\n']]), 'dist/start.js, dist/more.js'],
  [new Map([['dist/start.js', 'export const a = 1;\n']]), 'none'],
])('finds what does something and is not named, and what is named and does nothing', (other, found) => {
  expect(findManifestProblems(workspace, { texts: other, copies: new Map(), needs: new Set() })).toEqual([
    `"sideEffects" in code/package.json has to name the files that do something when they are loaded, as they are in the sources: ${found}. It names dist/start.js.`,
  ]);
});
