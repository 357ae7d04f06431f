import { describe, expect, it } from 'vitest';
import { arrowViolations } from './arrows.ts';
import { cyclesOf, testFiles } from './graph.ts';
import {
  longFiles,
  momentViolations,
  nameViolations,
  oddityViolations,
  unusedMoments,
  vendorViolations,
} from './habits.ts';
import type { Package, Project } from './project.ts';
import { moments } from './rooms.ts';
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
function plant(files: Readonly<Record<string, string>>): Project {
  const sources = Object.entries(files).map(([path, text]) => parseSource(path, text));
  return { sources, packages, entries: ['openapi/generate.ts'] };
}

const load = (specifier: string) => `import { a } from '${specifier}';\n`;

const forbidden: readonly [string, string, string][] = [
  ['the engine loads a service', 'mock-server/src/engine/engine.ts', '../services/userlist/service.ts'],
  ['the engine loads a library', 'mock-server/src/engine/engine.ts', 'zod'],
  ['the engine loads the contract', 'mock-server/src/engine/engine.ts', '@understudy/openapi/limits'],
  ['a service loads a front', 'mock-server/src/services/userlist/service.ts', '../../fronts/fetch.ts'],
  ['a service loads a library', 'mock-server/src/services/userlist/service.ts', '@noble/hashes/sha2.js'],
  ['a service loads what holds it', 'mock-server/src/services/userlist/service.ts', '../../userlist.ts'],
  ['a front loads a service', 'mock-server/src/fronts/fastify.ts', '../services/userlist/service.ts'],
  ['a front loads the engine', 'mock-server/src/fronts/fastify.ts', '../engine/engine.ts'],
  ['the desk loads what the engine keeps to itself', 'mock-server/src/control/desk.ts', '../engine/ring.ts'],
  ['the desk loads a service', 'mock-server/src/control/desk.ts', '../services/userlist/service.ts'],
  ['the desk loads a front', 'mock-server/src/control/desk.ts', '../fronts/fetch.ts'],
  ['the client loads the checks', 'client/src/client.ts', '@understudy/openapi/checks'],
  ['the client loads another library', 'client/src/client.ts', 'zod'],
  ['the client loads the transformer', 'client/src/client.ts', '@understudy/transformer'],
  ['the transformer loads a library', 'transformer/src/message.ts', 'zod'],
  ['the transformer loads the client', 'transformer/src/message.ts', '@understudy/client'],
  ['the contract loads a package', 'openapi/generator/checks.ts', '@understudy/client'],
  ['the generator loads another library', 'openapi/generator/checks.ts', 'zod'],
  ['a generated file loads another', 'openapi/generated/push/checks.ts', './contract.ts'],
  ['the contract tests load the transformer', 'contract-tests/src/run.ts', '@understudy/transformer'],
  ['a file that is no test loads a test', 'client/src/client.ts', '../test/set-up.ts'],
  ['a file beside the packages loads one', 'scripts/count.ts', '@understudy/client'],
  ['a name that no door has', 'cli/src/main.ts', '@understudy/client/src/index.ts'],
];

describe('A planted violation is caught when', () => {
  it.each(forbidden)('%s', (_, path, specifier) => {
    for (const text of [
      load(specifier),
      `await import('${specifier}');`,
      `import '${specifier}';`,
      `import { type A } from '${specifier}';`,
    ]) {
      const found = arrowViolations(
        plant({ [path]: text, 'openapi/generate.ts': load('./generator/checks.ts') }),
      );
      expect(found, text).toEqual([`${path} loads ${specifier}, which its room may not`]);
    }
  });

  it('a type is taken from another package behind its doors', () => {
    const text =
      "import type { A } from '../../client/src/client.ts';\ntype B = import('../../openapi/generate.ts').B;";
    expect(
      arrowViolations(
        plant({ 'cli/src/main.ts': text, 'cli/test/main.ts': load('../../client/src/index.ts') }),
      ),
    ).toEqual([
      'cli/src/main.ts reaches into another package, ../../client/src/client.ts',
      'cli/src/main.ts reaches into another package, ../../openapi/generate.ts',
      'cli/test/main.ts reaches into another package, ../../client/src/index.ts',
    ]);
  });

  it("a file imports its own package's door, by either name", () => {
    const text = "import type { A } from '@understudy/client';\nimport type { B } from './index.ts';";
    expect(arrowViolations(plant({ 'client/src/client.ts': text }))).toEqual([
      'client/src/client.ts imports the door of its own package, @understudy/client',
      'client/src/client.ts imports the door of its own package, ./index.ts',
    ]);
  });

  it('a file that is no door passes others on', () => {
    const text = "export type { A } from './a.ts';\nexport * from './b.ts';";
    expect(arrowViolations(plant({ 'client/src/index.ts': text }))).toEqual([]);
    expect(arrowViolations(plant({ 'client/src/retries/index.ts': text }))).toHaveLength(2);
  });

  it.each([
    'mock-server/src/engine/a.ts',
    'mock-server/src/services/userlist/a.ts',
    'mock-server/src/control/a.ts',
    'client/src/a.ts',
    'transformer/src/a.ts',
  ])("%s names something of Node's, if only a type", (path) => {
    expect(arrowViolations(plant({ [path]: "import type { Server } from 'node:http';" }))).toEqual([
      `${path} names node:http, which browsers do not have`,
    ]);
  });

  it('a front knows two libraries', () => {
    const path = 'mock-server/src/fronts/fastify.ts';
    expect(
      arrowViolations(plant({ [path]: load('fastify') + load('fastify/types') + load('node:http') })),
    ).toEqual([]);
    expect(arrowViolations(plant({ [path]: load('fastify') + load('msw/node') }))).toEqual([
      `${path} knows 2 libraries: fastify, msw`,
    ]);
  });

  it('files load each other in a ring', () => {
    const ring = {
      'client/src/a.ts': load('./b.ts'),
      'client/src/b.ts': load('./c.ts'),
      'client/src/c.ts': load('./a.ts'),
    };
    expect(cyclesOf(plant(ring))).toEqual([
      'client/src/a.ts → client/src/b.ts → client/src/c.ts → client/src/a.ts',
    ]);
    expect(cyclesOf(plant({ 'client/src/a.ts': load('./a.ts') }))).toHaveLength(1);
    expect(cyclesOf(plant({ ...ring, 'client/src/c.ts': "import type { A } from './a.ts';" }))).toEqual([]);
  });

  it('packages load each other in a ring', () => {
    const ring = {
      'client/src/index.ts': load('@understudy/transformer'),
      'transformer/src/index.ts': load('@understudy/client'),
    };
    expect(cyclesOf(plant(ring))).toEqual([
      'client/src/index.ts → transformer/src/index.ts → client/src/index.ts',
    ]);
  });

  it('the engine names a vendor, in a comment or in its file name', () => {
    const files = {
      'mock-server/src/engine/a.ts': '// As UserList does it.',
      'mock-server/src/engine/userlist-clock.ts': '',
      'client/src/a.ts': '// Userlist',
    };
    expect(vendorViolations(plant(files).sources)).toHaveLength(2);
  });

  it.each([
    'export default 1;',
    'export default function run() {}',
    'const a = 1;\nexport { a as default };',
    'enum Colour { Red }',
    'export const enum Colour { Red }',
    'class Engine {}',
    'export const made = class {};',
    'class Engine extends Map {}',
  ])('a file says `%s`', (text) => {
    expect(oddityViolations(plant({ 'client/src/a.ts': text }).sources)).toHaveLength(1);
  });

  it.each([
    'client/src/utils.ts',
    'client/src/string-utils.ts',
    'client/src/helpers/a.ts',
    'client/src/helper.test.ts',
    'client/src/util/a.ts',
  ])('a file is named %s', (path) => {
    expect(nameViolations(plant({ [path]: '' }).sources)).toHaveLength(1);
  });

  it.each([
    ['const now = Date.now();', 'Date.now'],
    ['const { now = Date.now } = options;', 'Date.now'],
    ['const roll = globalThis.Math.random();', 'Math.random'],
    ['const now = new Date();', 'new Date()'],
    ['const now = new Date;', 'new Date()'],
    ['const now = Date();', 'Date()'],
    ['setTimeout(done, 5);', 'setTimeout'],
    ['const wait = globalThis.setTimeout;', 'setTimeout'],
    ['start({ timer: setInterval });', 'setInterval'],
    ["import { setTimeout } from 'node:timers/promises';", 'setTimeout'],
    ['const id = crypto.randomUUID();', 'crypto.randomUUID'],
  ])('`%s` stands where it may not', (text, moment) => {
    expect(
      momentViolations(plant({ 'client/src/a.ts': text, 'client/test/a.test.ts': text }).sources),
    ).toEqual([`client/src/a.ts uses ${moment}`, `client/test/a.test.ts uses ${moment}`]);
  });

  it('a permission is not used', () => {
    const [[path = '', allowed = []] = []] = Object.entries(moments);
    const rest = unusedMoments([]).filter((line) => !line.startsWith(path));
    expect(unusedMoments([{ ...parseSource(path, ''), moments: allowed }])).toEqual(rest);
    expect(unusedMoments([]).length).toBeGreaterThan(rest.length);
  });

  it('a file is too long, and not generated', () => {
    const text = '\n'.repeat(301);
    const { sources } = plant({
      'client/src/a.ts': text,
      'openapi/generated/push/a.ts': text,
      'client/src/b.ts': text.slice(1),
    });
    expect(longFiles(sources, 300)).toEqual(['client/src/a.ts has 301 lines']);
  });
});

describe('Nothing is said against', () => {
  it('imports that the arrows allow', () => {
    const files = {
      'mock-server/src/services/userlist/service.ts':
        load('../../engine/refusal.ts') + load('@understudy/openapi/checks'),
      'mock-server/src/control/desk.ts': load('../engine/clock.ts') + load('@understudy/openapi/checks'),
      'mock-server/src/fronts/fastify.ts': `import type { Engine } from '../engine/engine.ts';\n${load('fastify')}${load('./fetch.ts')}`,
      'mock-server/src/index.ts':
        "export { createManualClock } from './engine/clock.ts';\nexport type { Ring } from './engine/engine.ts';",
      'client/src/client.ts': load('openapi-fetch') + load('@understudy/openapi/limits'),
      'contract-tests/src/run.ts': load('@understudy/mock-server') + load('node:fs'),
      'contract-tests/test/run.ts': load('@understudy/transformer'),
      'cli/src/main.ts': load('@understudy/mock-server/fastify') + load('@understudy/transformer'),
      'client/src/client.test.ts':
        load('vitest') + load('./index.ts') + load('node:fs') + load('@understudy/mock-server'),
    };
    expect(arrowViolations(plant(files))).toEqual([]);
  });

  it('types, wherever in the package they come from', () => {
    const text =
      "import type { Service } from '../services/userlist/service.ts';\ntype A = import('../control/desk.ts').A;";
    expect(arrowViolations(plant({ 'mock-server/src/engine/engine.ts': text }))).toEqual([]);
  });

  it('errors, methods of the same name and dates that are given', () => {
    const text =
      'class A extends Error {}\nclass B extends UsageError {}\nclock.setTimeout(1);\nnew Date(0);\nDate.parse("");\ntype T = typeof setTimeout;';
    const { sources } = plant({ 'client/src/a.ts': text });
    expect([...oddityViolations(sources), ...momentViolations(sources)]).toEqual([]);
  });
});

describe('A file that only tests load', () => {
  it('is one of theirs, and what the package itself loads is not', () => {
    const files = {
      'client/src/a.test.ts': load('./fixture.ts') + load('./client.ts'),
      'client/src/fixture.ts': load('./deeper.ts'),
      'client/src/deeper.ts': load('vitest'),
      'client/src/client.ts': '',
      'client/src/index.ts': load('./client.ts'),
    };
    expect([...testFiles(plant(files))].sort()).toEqual([
      'client/src/a.test.ts',
      'client/src/deeper.ts',
      'client/src/fixture.ts',
    ]);
    expect(arrowViolations(plant(files))).toEqual([]);
  });

  it('is none of theirs when a script runs it', () => {
    const files = {
      'openapi/generate.ts': load('./generator/a.ts'),
      'openapi/generator/a.ts': '',
      'openapi/a.test.ts': load('./generate.ts'),
    };
    expect([...testFiles(plant(files))]).toEqual(['openapi/a.test.ts']);
  });
});
