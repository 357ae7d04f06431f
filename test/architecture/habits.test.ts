import { describe, expect, it } from 'vitest';
import {
  longFiles,
  momentViolations,
  nameViolations,
  oddityViolations,
  unusedMoments,
  vendorViolations,
  wordViolations,
} from './habits.ts';
import { plant } from './plant.ts';
import { moments } from './rooms.ts';
import { parseSource } from './source.ts';

describe('A planted habit is caught when', () => {
  it('the engine names a vendor, in a comment or in its file name', () => {
    const files = {
      'mock-server/src/engine/a.ts': '// As UserList does it.',
      'mock-server/src/engine/userlist-clock.ts': '',
      'client/src/a.ts': '// Userlist',
    };
    expect(vendorViolations(plant(files).sources)).toHaveLength(2);
  });

  it('a text says "simulator", in whatever form', () => {
    const texts = [
      { path: 'mock-server/src/control/desk.ts', text: '/** The version of the simulator. */' },
      { path: 'cli/README.md', text: '# Simulators' },
      { path: 'openapi/control-api.yaml', text: 'The desk of a SIMULATOR: it simulates a simulated vendor.' },
    ];
    expect(wordViolations(texts)).toEqual([
      'mock-server/src/control/desk.ts says "simulator" where it means "stand-in"',
      'cli/README.md says "Simulators" where it means "stand-in"',
      'openapi/control-api.yaml says "SIMULATOR" where it means "stand-in"',
    ]);
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
  it('a vendor that is simulated', () => {
    expect(wordViolations([{ path: 'README.md', text: 'It simulates Userlist; a simulated 202.' }])).toEqual(
      [],
    );
  });

  it('errors, methods of the same name and dates that are given', () => {
    const text =
      'class A extends Error {}\nclass B extends UsageError {}\nclock.setTimeout(1);\nnew Date(0);\nDate.parse("");\ntype T = typeof setTimeout;';
    const { sources } = plant({ 'client/src/a.ts': text });
    expect([...oddityViolations(sources), ...momentViolations(sources)]).toEqual([]);
  });
});
