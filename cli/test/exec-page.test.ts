import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithTool } from '../../test/tool.ts';
import { execCommand } from '../src/exec/exec-command.ts';
import { EXEC_FORMATS } from '../src/exec/exec-formats.ts';
import { BIN, run } from './spawned.ts';

const page = await readFile(new URL('../../docs/exec.md', import.meta.url), 'utf8');
const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text = '']) => ({
  language,
  text,
}));
const commands = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ text }) => [...text.matchAll(/^npx understudy (exec .*)$/gm)].map(([, words = '']) => words));
const [printed = '', printedOverTls = ''] = blocks
  .filter(({ language }) => language === 'text')
  .map(({ text }) => text);

/** The names in the first column of the tables that hold variables. */
const variablesIn = (text: string): string[] =>
  [...text.matchAll(/^\| ((?:`[A-Za-z_]+`(?:, )?)+) \|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([A-Z][A-Z_]+|no_proxy)`/g)])
    .map(([, name = '']) => name);

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-exec-page-'));
  for (const { text } of blocks) {
    const [, name] = /^(?:#|\/\/|<\?php \/\/) (push\.\w+)$/m.exec(text) ?? [];
    if (name !== undefined) await writeFile(join(folder, name), text);
  }
  await symlink(
    fileURLToPath(new URL('../../node_modules', import.meta.url)),
    join(folder, 'node_modules'),
    'junction',
  );
  const scripts = { test: 'node push.mjs' };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'tested', scripts }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command line of the page as a shell would, with the command of this clone. */
async function runLine(words: string) {
  const running = run('sh', ['-c', `node "$BIN" ${words}`], folder, { BIN, XDG_STATE_HOME: folder });
  const [code] = await running.ended;
  return { code, out: running.stdout(), told: running.stderr() };
}

const lineWith = (text: string): string => commands.find((words) => words.includes(text)) ?? '';

describe.each([
  ['ruby', 'push.rb'],
  ['python3', 'push.py'],
  ['php', 'push.php'],
])('A program of %s', (tool, file) => {
  describeWithTool('does what the page says', tool, () => {
    it('and the page prints what it says', async () => {
      const words = lineWith(file);
      expect(words).toBe(`exec -- ${tool} ${file}`);
      expect(await runLine(words)).toEqual({ code: 0, out: '202\n', told: printed });
    });
  });
});

describe('A program of Node', () => {
  it('that knows only a push key is intercepted', async () => {
    const words = lineWith('node push.mjs');
    expect(words).toBe('exec --intercept -- node push.mjs');
    const { code, out, told } = await runLine(words);
    expect([code, out]).toEqual([0, '202\n']);
    expect(told).toMatch(/^understudy: requests to .*\n1 request arrived\.\n {2}pushUser: 202 × 1\n/);
  });

  it('and npm leave the reports of the page', async () => {
    const words = lineWith('sent.har').replace('exec', 'exec --intercept');
    expect((await runLine(words)).code).toBe(0);
    const { log } = JSON.parse(await readFile(join(folder, 'sent.har'), 'utf8'));
    expect(log.entries).toHaveLength(1);
    expect(await readFile(join(folder, 'conduct.xml'), 'utf8')).toMatch(/^<\?xml /);
  });
});

describeWithTool('A program that speaks TLS only', 'curl', () => {
  it('trusts the file of the page, and prints what the page says', async () => {
    const { out, told } = await runLine(lineWith('--cacert'));
    expect(out).toBe('202\n');
    expect(out).toBe(printedOverTls);
    expect(told).toMatch(/^1 request arrived\.$/m);
  });
});

describe('The page on exec', () => {
  it('has the variables that --help and the README have', () => {
    const help = execCommand.renderHelp();
    const told = [...help.matchAll(/^ {2}([A-Z][A-Z_]+)(?:, (no_proxy))? {2,}/gm)].flatMap(
      ([, one = '', two]) => (two === undefined ? [one] : [one, two]),
    );
    expect(told.length).toBeGreaterThan(8);
    expect(variablesIn(page).toSorted()).toEqual(told.toSorted());
    const [section = ''] = readme.split(/^## /m).filter((text) => text.startsWith('exec\n'));
    expect(variablesIn(section).toSorted()).toEqual(told.toSorted());
  });

  it('has every format of a report', () => {
    const [, table = ''] = /^\| Format \| \|\n\| --- \| --- \|\n((?:\|.*\n)+)/m.exec(page) ?? [];
    const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/\w+/g) ?? [],
    );
    expect(named).toEqual([...EXEC_FORMATS]);
  });
});
