import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWhereFound, describeWithTool } from '../../test/tool.ts';
import { BIN, run } from './spawned.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const page = await readFile(join(ROOT, 'docs/languages.md'), 'utf8');

type Language = {
  readonly title: string;
  /** The lines of its commands: to push, to push over HTTPS, to run its tests. */
  readonly commands: readonly string[];
  readonly excerpt: string;
  /** The files of the clone that it links to. */
  readonly files: readonly string[];
};

const languages: readonly Language[] = page
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const blocks = [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
    const [, , shell = ''] = blocks[0] ?? [];
    return {
      title: section.slice(0, section.indexOf('\n')),
      commands: shell
        .replaceAll(/\\\n\s*/g, '')
        .trim()
        .split('\n'),
      excerpt: blocks[1]?.[2] ?? '',
      files: [...section.matchAll(/\]\(\.\.\/(examples\/[^)]+)\)/g)].map(([, file = '']) => file),
    };
  });

const languageOf = (title: string): Language => {
  const [found] = languages.filter((language) => language.title === title);
  if (found === undefined) throw new Error(`The page has no section on ${title}.`);
  return found;
};

const SOON = 60_000;
/** Go makes its own library first where it has not yet. */
const COMPILED = 300_000;

let state = '';

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'understudy-languages-'));
});

afterAll(() => rm(state, { recursive: true, force: true }));

/** Runs a line of the page as a shell would; unless it is to be npx that finds it, with the command of this clone. */
async function runLine(line: string, { byNpx = false } = {}) {
  const found = byNpx ? line : line.replace(/^npx understudy /, 'node "$BIN" ');
  const running = run('sh', ['-c', found], ROOT, { BIN, XDG_STATE_HOME: state });
  const [code] = await running.ended;
  return { code, said: running.stdout(), told: running.stderr() };
}

/** What the summary says when all was sent, and sent again not too early. */
function expectPushed({ code, said, told }: Awaited<ReturnType<typeof runLine>>): void {
  expect([code, said], told).toEqual([0, 'All arrived, the event at its second attempt.\n']);
  expect(told).toContain('pushUser: 202 × 1');
  expect(told).toContain('pushCompany: 202 × 1');
  expect(told).toContain('pushEvent: 429 × 1, 202 × 1');
  expect(told).toContain('Retry-After came 1 ×, was kept 1 × and broken 0 ×');
}

function pushes(title: string, untrusted: RegExp, timeout = SOON): void {
  const [push = '', pushSecurely = ''] = languageOf(title).commands;

  it('pushes, is refused once, waits as long as it is told, and finds what arrived', {
    timeout,
  }, async () => {
    expectPushed(await runLine(push, { byNpx: true }));
  });

  it('pushes over HTTPS, where it trusts the stand-in', { timeout }, async () => {
    expect(pushSecurely).toContain('exec --https ');
    expectPushed(await runLine(pushSecurely));
  });

  it('does not trust the stand-in where nobody told it to', { timeout }, async () => {
    const line = pushSecurely.replace(/( -d)? [\w.]+=\$UNDERSTUDY_CA_FILE/, '');
    expect(line).not.toContain('CA_FILE');
    const { code, told } = await runLine(line);
    expect(code).not.toBe(0);
    expect(told).toMatch(untrusted);
    expect(told).toMatch(/^Nothing arrived/m);
  });
}

function runsTests(title: string, passed: RegExp, timeout = SOON): void {
  it('runs its tests, with a key each', { timeout }, async () => {
    const { code, said, told } = await runLine(languageOf(title).commands[2] ?? '');
    expect(code, told).toBe(0);
    expect(`${said}${told}`).toMatch(passed);
    expect(told.match(/^acct_\w+: /gm)).toHaveLength(3);
  });
}

describeWithTool('A program in Ruby', 'ruby', () => {
  pushes('Ruby', /certificate verify failed/);
  runsTests('Ruby', /^3 runs, 7 assertions, 0 failures, 0 errors/m);
});

describeWithTool('A program in Python', 'python3', () => {
  pushes('Python', /CERTIFICATE_VERIFY_FAILED/);
  runsTests('Python', /^Ran 3 tests .*^OK$/ms);
});

describeWithTool('A program in PHP', 'php', () => {
  pushes('PHP', /certificate verify failed/);

  it('needs no extension', async () => {
    expectPushed(await runLine((languageOf('PHP').commands[0] ?? '').replace('-- php ', '-- php -n ')));
  });
});

describeWhereFound('Tests in PHP', 'phpunit', () => runsTests('PHP', /^OK \(3 tests, 5 assertions\)$/m));

describeWithTool('A program in a shell', 'curl', () => {
  pushes('Shell', /^curl: \(60\)/m);
  runsTests('Shell', /^3 of 3 passed$/m);
});

describeWhereFound('A program in Go', 'go', () => {
  pushes('Go', /certificate signed by unknown authority/, COMPILED);
  runsTests('Go', /^ok\s+example\.test\/push/m, COMPILED);
});

describe('The page on other languages', () => {
  it('has a section for each, with three commands', () => {
    expect(languages.map(({ title, commands }) => [title, commands.length])).toEqual([
      ['Ruby', 3],
      ['Python', 3],
      ['PHP', 3],
      ['Go', 3],
      ['Shell', 3],
    ]);
  });

  it.each(languages)('prints for $title what is in a file of it', async ({ excerpt, files }) => {
    const texts = await Promise.all(files.map((file) => readFile(join(ROOT, file), 'utf8')));
    expect(excerpt).not.toBe('');
    expect(texts.filter((text) => text.includes(excerpt))).toHaveLength(1);
  });

  it('has the commands that the README shows', async () => {
    const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
    const shown = readme.match(/^npx understudy exec -- (?:ruby|python3|php|sh) examples\/\S+/gm) ?? [];
    for (const title of ['Ruby', 'Python', 'PHP']) expect(shown).toContain(languageOf(title).commands[0]);
    for (const line of shown) expect(languages.flatMap(({ commands }) => commands)).toContain(line);
  });
});
