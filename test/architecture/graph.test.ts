import { describe, expect, it } from 'vitest';
import { arrowViolations } from './arrows.ts';
import { cyclesOf, testFiles } from './graph.ts';
import { load, plant } from './plant.ts';

describe('A ring is found when', () => {
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
