import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUserlistEngine } from '@understudy/mock-server';
import {
  conductKinds,
  conductOfAccount,
  kindGroups,
  renderDuration,
  rules,
  thresholds,
} from '@understudy/mock-server/conduct';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, run } from './spawned.ts';

const page = await readFile(new URL('../../docs/conduct.md', import.meta.url), 'utf8');

/** The blocks of code in a language, in order. */
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);

const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (\w+) \| (.*?) \| .* \|$/gm)].map(
  ([, kind, level, says]) => ({ kind, level, says }),
);

/** Beside the time that is moved, some passes for real. */
const withoutNoise = (text: string): string => text.replaceAll(/\d+(?:\.\d+)? m?s\b/g, 'so long');

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-conduct-page-'));
  const [good = ''] = blocks('js');
  const [, change = ''] = /The bad one has `(.*?)` as its last line/.exec(page) ?? [];
  const lines = good.trimEnd().split('\n');
  const last = lines.findLastIndex((line) => line.includes('await wait('));
  const bad = lines.with(last, change);
  expect(bad).not.toEqual(lines);
  await writeFile(join(folder, 'good-client.mjs'), good);
  await writeFile(join(folder, 'bad-client.mjs'), bad.join('\n'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('The page on conduct', () => {
  it('has every kind of finding, with its level and what it says of a client', () => {
    expect(rows).toEqual(conductKinds.map((kind) => ({ kind, ...rules[kind] })));
  });

  it('has the numbers that judgement goes by', () => {
    const rowOf = (kind: string): string =>
      page.split('\n').find((line) => line.startsWith(`| \`${kind}\``)) ?? '';
    const { crossingMs, duplicateMs, refusedMs, waitsWithoutGrowth, alikeFactor, alikeMs } = thresholds;
    const { coincidences, samePart, sameMs, shortestTellingMs, mostAtOnce } = thresholds;
    expect(rowOf('retry-after')).toContain(` within ${renderDuration(crossingMs)},`);
    expect(rowOf('duplicate-after-success')).toContain(`within ${renderDuration(duplicateMs)} `);
    expect(rowOf('retried-4xx')).toContain(`within ${renderDuration(refusedMs)} `);
    expect(rowOf('no-growth')).toContain(`first ${waitsWithoutGrowth} waits`);
    expect(rowOf('no-growth')).toContain(`${alikeFactor} times the shortest and ${renderDuration(alikeMs)};`);
    expect(rowOf('no-jitter')).toContain(`at least ${coincidences} times`);
    expect(rowOf('no-jitter')).toContain(`to ${samePart * 100} % or ${renderDuration(sameMs)},`);
    expect(rowOf('no-jitter')).toContain(`from ${renderDuration(shortestTellingMs)} on`);
    expect(rowOf('too-many-at-once')).toContain(`more than ${mostAtOnce},`);
  });

  it('has every word that stands for several kinds', () => {
    for (const [word, kinds] of Object.entries(kindGroups)) {
      expect(page).toContain(`\`${word}\` for`);
      if (word !== 'bad') for (const kind of kinds) expect(page).toContain(`\`${kind}\``);
    }
  });

  it('has a recipe to prove retries, which does what it prints', async () => {
    const [, words = ''] = /^npx understudy (exec --config .*?) +# exits with 0$/m.exec(page) ?? [];
    const [, file = ''] = /--config (\S+)/.exec(words) ?? [];
    await writeFile(join(folder, file), blocks('yaml')[0] ?? '');
    const running = run('node', [BIN, ...words.split(' ')], folder);
    expect((await running.ended)[0]).toBe(0);
    const withoutChance = (text: string): string => withoutNoise(text).replace(/growing [\d.]+ ×/, 'growing');
    expect(withoutChance(running.stderr())).toBe(withoutChance(blocks('text')[1] ?? ''));
    expect(page).toContain(`\`no-growth\` needs ${thresholds.waitsWithoutGrowth} waits`);
    expect(page).toContain(`\`times: ${thresholds.waitsWithoutGrowth}\` at least`);
  });

  it('says that who resets limits resets the journal too', async () => {
    expect(page).toContain('**A reset** of limits or clocks should name the journal too');
    const judge = async (parts: readonly ('limits' | 'journal')[]): Promise<number> => {
      const engine = createUserlistEngine({ rateLimit: '1/60s' });
      const push = () =>
        engine.handle(
          new Request('https://push.userlist.com/users', {
            method: 'POST',
            headers: { Authorization: 'Push dev', 'Content-Type': 'application/json' },
            body: '{"identifier":"user-1"}',
          }),
        );
      expect([(await push()).status, (await push()).status]).toEqual([202, 429]);
      engine.reset(parts);
      expect((await push()).status).toBe(202);
      const handle = engine.accounts.named('dev')?.handle ?? '';
      return conductOfAccount(engine, handle).findings.filter(({ kind }) => kind === 'retry-after').length;
    };
    expect([await judge(['limits']), await judge(['limits', 'journal'])]).toEqual([1, 0]);
  });

  it('prints what its commands do', async () => {
    const [commands = ''] = blocks('sh');
    const examples = [...commands.matchAll(/^npx understudy (exec .*?) +# exits with (\d)$/gm)];
    expect(examples).toHaveLength(2);
    const ends = await Promise.all(
      examples.map(async ([, words = '', code]) => {
        const running = run('node', [BIN, ...words.split(' ')], folder);
        const [ended] = await running.ended;
        return { code: Number(code), ended, printed: running.stderr() };
      }),
    );
    expect(ends.map(({ ended }) => ended)).toEqual(ends.map(({ code }) => code));
    expect(withoutNoise(ends[0]?.printed ?? '')).toBe(withoutNoise(blocks('text')[0] ?? ''));
    expect(ends[1]?.printed).toMatch(/\nPasses: no retry-after, no lost, /);
  });
});
