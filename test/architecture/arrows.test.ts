import { describe, expect, it } from 'vitest';
import { arrowViolations } from './arrows.ts';
import { load, plant } from './plant.ts';

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
  ['what starts a stand-in loads Vitest', 'mock-server/src/testing/start-userlist.ts', 'vitest'],
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
  ['a test beside the packages loads another folder', 'packaging/build.test.ts', '../bench/run.ts'],
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
      'cli/test/run.test.ts': load('../../test/tool.ts'),
      'packaging/test/build.test.ts': load('../build.ts') + load('../../test/tool.ts'),
    };
    expect(arrowViolations(plant(files))).toEqual([]);
  });

  it('types, wherever in the package they come from', () => {
    const text =
      "import type { Service } from '../services/userlist/service.ts';\ntype A = import('../control/desk.ts').A;";
    expect(arrowViolations(plant({ 'mock-server/src/engine/engine.ts': text }))).toEqual([]);
  });
});
