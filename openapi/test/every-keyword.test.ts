import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Check } from '../generated/push/checks.ts';
import { toChecks } from '../generator/checks.ts';
import { ASSERTING_KEYWORDS, assertHonouredKeywords } from '../generator/keywords.ts';
import { childrenOf } from '../generator/reach.ts';
import type { Schema } from '../generator/spec.ts';
import { toZod } from '../generator/zod.ts';
import { type GeneratedFolder, writeGenerated } from './generated-folder.ts';
import { keywordCases as cases } from './keyword-cases.ts';
import { toSmallSpec } from './small-spec.ts';
import { createJudge, type Judge } from './verdicts.ts';

const spec = toSmallSpec(
  Object.fromEntries(Object.entries(cases).map(([name, { schema }]) => [name, schema])),
);

const oddities: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e21,
  '',
  ' ',
  'a',
  '\ud800',
  [],
  [null],
  [[]],
  {},
  { a: null },
];

describe('Every keyword', () => {
  let folder: GeneratedFolder;
  let judge: Judge;

  beforeAll(async () => {
    assertHonouredKeywords(spec);
    folder = await writeGenerated({
      'checks.ts': toChecks(spec, './accepted.ts'),
      'zod.ts': toZod(spec, './accepted.ts'),
    });
    const { checks } = await folder.load('checks.ts');
    judge = createJudge(spec, checks as Readonly<Record<string, Check>>, await folder.load('zod.ts'));
  });

  afterAll(() => folder.remove());

  it.each(Object.entries(cases))('%s means the same to all three', (name, { accepts, refuses }) => {
    for (const value of accepts) {
      expect(judge(name, value), JSON.stringify(value)).toEqual({
        ajv: true,
        plain: true,
        zod: true,
        unobjectionable: true,
      });
    }
    for (const value of refuses) {
      expect(judge(name, value), JSON.stringify(value)).toEqual({
        ajv: false,
        plain: false,
        zod: false,
        unobjectionable: false,
      });
    }
    for (const value of oddities) {
      const { ajv, ...others } = judge(name, value);
      expect(others, JSON.stringify(value)).toEqual({ plain: ajv, zod: ajv, unobjectionable: ajv });
    }
  });

  it('has a case', () => {
    const used = new Set<string>();
    const collect = (schema: Schema): void => {
      for (const keyword of Object.keys(schema)) used.add(keyword);
      for (const [, child] of childrenOf(schema)) collect(child);
    };
    for (const { schema } of Object.values(cases)) collect(schema);
    expect([...ASSERTING_KEYWORDS].filter((keyword) => !used.has(keyword))).toEqual([]);
  });
});
