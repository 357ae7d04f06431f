import { expect, it } from 'vitest';
import { gather } from './gather.ts';
import { toManifest } from './to-manifest.ts';
import { toDoors, type Workspace } from './workspace.ts';

const data: Workspace = {
  folder: 'data',
  manifest: {
    name: '@a/data',
    version: '1.0.0',
    exports: { './types': './generated/one/types.ts', './spec.yaml': './spec.yaml' },
  },
};
const code: Workspace = {
  folder: 'code',
  manifest: {
    name: '@a/code',
    version: '1.0.0',
    sideEffects: ['./src/deep/effect.ts'],
    scripts: { prepack: 'exit 1' },
    exports: { '.': './src/index.ts' },
    dependencies: { '@a/data': '1.0.0', outside: '2.0.0' },
  },
};
const doors = toDoors([data, code]);

const compiled = new Map([
  ['data/generated/one/types.ts', { js: 'export {};\n', types: 'export type A = 1;\n' }],
  [
    'code/src/index.ts',
    {
      js: "import 'node:fs';\nimport '@b/outside/door';\nimport './deep/effect.js';\nimport '../package.json';\n",
      types:
        "import type { A } from '@a/data/types';\nexport declare const a: import('./deep/only-type.ts').B;\n",
    },
  ],
  ['code/src/deep/effect.ts', { js: "import { a } from '../index.js';\n", types: '' }],
  ['code/src/deep/only-type.ts', { js: '', types: "import type { A } from '../index.ts';\n" }],
  ['code/src/never.ts', { js: '', types: '' }],
]);

it('takes what the doors lead to and names it as it will stand', () => {
  expect(gather(code, doors, compiled)).toEqual({
    texts: new Map([
      [
        'dist/index.js',
        "import 'node:fs';\nimport '@b/outside/door';\nimport './deep/effect.js';\nimport '../package.json';\n",
      ],
      ['dist/deep/effect.js', "import { a } from '../index.js';\n"],
      [
        'dist/index.d.ts',
        "import type { A } from './data/one/types.js';\nexport declare const a: import('./deep/only-type.js').B;\n",
      ],
      ['dist/data/one/types.d.ts', 'export type A = 1;\n'],
      ['dist/deep/only-type.d.ts', "import type { A } from '../index.js';\n"],
    ]),
    copies: new Map(),
    needs: new Set(['@b/outside']),
  });
});

it('copies what is not compiled', () => {
  const { copies } = gather(data, doors, compiled);
  expect(copies).toEqual(new Map([['spec.yaml', 'data/spec.yaml']]));
});

it('takes no two files for one', () => {
  const both = new Map([...compiled, ['code/generated/index.ts', { js: '', types: '' }]]);
  const exports = { '.': './src/index.ts', './again': './generated/index.ts' };
  const twice = { ...code, manifest: { ...code.manifest, exports } };
  expect(() => gather(twice, doors, both)).toThrow(
    'code/src/index.ts and code/generated/index.ts would both be dist/index.js in @a/code.',
  );
});

it('brings along nothing of another package that is not compiled', () => {
  const exports = { '.': '../data/spec.yaml' };
  const reaching = { ...code, manifest: { ...code.manifest, exports } };
  expect(() => gather(reaching, doors, compiled)).toThrow('code would have to bring data/spec.yaml');
});

it('says in the package.json where everything is, and nothing of what was brought along', () => {
  const names = new Set(['@a/data', '@a/code']);
  expect(toManifest(code, names)).toEqual({
    name: '@a/code',
    version: '1.0.0',
    sideEffects: ['./dist/deep/effect.js'],
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    dependencies: { outside: '2.0.0' },
  });
  expect(toManifest(data, names).exports).toEqual({
    './types': { types: './dist/one/types.d.ts', default: './dist/one/types.js' },
    './spec.yaml': './spec.yaml',
  });
});
