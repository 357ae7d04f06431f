import type { Package, Project } from './project.ts';
import { parseSource } from './source.ts';

const packages: readonly Package[] = [
  {
    name: '@understudy/openapi',
    folder: 'openapi',
    exports: {
      '@understudy/openapi/limits': 'openapi/generated/push/limits.ts',
      '@understudy/openapi/checks': 'openapi/generated/push/checks.ts',
    },
  },
  { name: '@understudy/client', folder: 'client', exports: { '@understudy/client': 'client/src/index.ts' } },
  {
    name: '@understudy/transformer',
    folder: 'transformer',
    exports: { '@understudy/transformer': 'transformer/src/index.ts' },
  },
  { name: '@understudy/contract-tests', folder: 'contract-tests', exports: {} },
  {
    name: '@understudy/mock-server',
    folder: 'mock-server',
    exports: {
      '@understudy/mock-server': 'mock-server/src/index.ts',
      '@understudy/mock-server/fastify': 'mock-server/src/fronts/fastify.ts',
    },
  },
  { name: 'understudy', folder: 'cli', exports: {} },
];

/** A project of planted files, by path. */
export function plant(files: Readonly<Record<string, string>>): Project {
  const sources = Object.entries(files).map(([path, text]) => parseSource(path, text));
  return { sources, documents: [], packages, entries: ['openapi/generate.ts'] };
}

/** The text of a file that loads another. */
export const load = (specifier: string) => `import { a } from '${specifier}';\n`;
