import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const CLONE = join(import.meta.dirname, '../..');
const HEADERS = { authorization: 'Push dev', 'content-type': 'application/json' };

type Action = {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
};

const action: Action = parse(readFileSync(join(CLONE, 'action.yml'), 'utf8'));
const page = readFileSync(join(CLONE, 'docs/containers.md'), 'utf8');

let root = '';
let job = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'understudy-action-'));
  // As a runner has it: what is in the repository, and nothing installed.
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', words, { cwd: CLONE, encoding: 'utf8' }).split('\0');
  for (const file of files.filter((each) => each !== '' && existsSync(join(CLONE, each)))) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    cpSync(join(CLONE, file), join(root, file));
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
  job = mkdtempSync(join(tmpdir(), 'understudy-job-'));
});
afterEach(() => rmSync(job, { recursive: true, force: true }));

type Values = Readonly<Record<string, string>>;
type Step = { readonly code: number | null; readonly said: string };

const FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
const toFile = (name: string): string => join(job, name);

/** Runs a script of the action as a runner does, with the inputs and what an earlier step has left. */
async function runStep(script: string, given: Values, state: Values = {}): Promise<Step> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|UNDERSTUDY_|VITEST|NODE_|USERLIST_)/.test(name),
  );
  const inputs = Object.keys(action.inputs).map((name) => [
    `INPUT_${name.toUpperCase()}`,
    given[name] ?? action.inputs[name]?.default ?? '',
  ]);
  const files = FILES.map((name) => [name, toFile(name)]);
  for (const [, file = ''] of files) writeFileSync(file, '', { flag: 'a' });
  const states = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
  const env = Object.fromEntries([...own, ...inputs, ...files, ...states]);
  const child = spawn(process.execPath, [join(root, script)], {
    cwd: job,
    env: {
      ...env,
      NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS,
      GITHUB_WORKSPACE: job,
      RUNNER_TEMP: job,
      XDG_STATE_HOME: job,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const [code] = await once(child, 'close');
  return { code, said };
}

/** What a step has told the runner. */
function told(name: string): Record<string, string> {
  const lines = readFileSync(toFile(name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

const { main, post } = action.runs;

describe.runIf(process.platform !== 'win32')('The action, in a fresh copy of the clone', () => {
  it('installs what it needs, starts, tells later steps where, reports and stops', async () => {
    const started = await runStep(main, { port: '0', 'rate-limit': 'tiny' });
    expect(started.code, started.said).toBe(0);
    const { url = '', ...outputs } = told('GITHUB_OUTPUT');
    expect(started.said).toContain(` is ready at ${url}.\n`);
    expect(outputs).toEqual({ 'push-key': 'dev', 'control-url': `${url}/_control` });
    expect(told('GITHUB_ENV')).toEqual({
      USERLIST_PUSH_ENDPOINT: url,
      USERLIST_PUSH_KEY: 'dev',
      UNDERSTUDY_URL: url,
    });

    const statuses = [];
    for (let sent = 0; sent < 6; sent += 1) {
      const body = JSON.stringify({ identifier: `user-${sent}` });
      statuses.push((await fetch(`${url}/users`, { method: 'POST', headers: HEADERS, body })).status);
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);

    const ended = await runStep(post, {}, told('GITHUB_STATE'));
    expect([ended.code, ended.said]).toEqual([0, '']);
    const summary = readFileSync(toFile('GITHUB_STEP_SUMMARY'), 'utf8');
    expect(summary).toContain('| pushUser | 202 | 5 |\n| pushUser | 429 | 1 |\n');
    expect(summary).toMatch(/\*\*How the client behaved\*\*\n\n```text\nacct_\w+: 6 exchanges, 6 items\n/);
    await expect(untilClosed(url)).resolves.toBe('closed');
  }, 300_000);

  it('keeps a key out of the log, however short, and lets in no other', async () => {
    const key = 'some-key,k2';
    const started = await runStep(main, { port: '0', 'push-key': key, https: 'true' });
    expect(started.code, started.said).toBe(0);
    for (const each of [key, 'some-key', 'k2']) expect(started.said).toContain(`::add-mask::${each}\n`);
    const { url = '', 'https-url': httpsUrl, 'ca-file': caFile = '' } = told('GITHUB_OUTPUT');
    expect(httpsUrl).toMatch(/^https:/);
    expect(readFileSync(caFile, 'utf8')).toContain('BEGIN CERTIFICATE');
    const refused = await fetch(`${url}/users`, { method: 'POST', headers: HEADERS, body: '{}' });
    expect(refused.status).toBe(401);
    expect((await runStep(post, {}, told('GITHUB_STATE'))).code).toBe(0);
    await expect(untilClosed(url)).resolves.toBe('closed');
  });

  it('fails the step in the words of the command, and the end of the job then has nothing to do', async () => {
    const started = await runStep(main, { 'rate-limit': 'timy' });
    expect(started.code).toBe(1);
    expect(started.said).toMatch(/^::error title=Understudy::.*timy.*\n$/);
    expect(told('GITHUB_STATE')).toEqual({});
    const ended = await runStep(post, {}, {});
    expect([ended.code, ended.said, readFileSync(toFile('GITHUB_STEP_SUMMARY'), 'utf8')]).toEqual([
      0,
      '',
      '',
    ]);
  });

  it('reports that the stand-in was gone', async () => {
    await runStep(main, { port: '0' });
    const state = told('GITHUB_STATE');
    process.kill(Number(state.pid), 'SIGKILL');
    await untilClosed(state.url ?? '');
    expect((await runStep(post, {}, state)).code).toBe(0);
    expect(readFileSync(toFile('GITHUB_STEP_SUMMARY'), 'utf8')).toContain('was gone before the job ended');
  });
});

/** Resolves when nobody answers there any more; the test's own timeout is the only one. */
async function untilClosed(url: string): Promise<'closed'> {
  for (;;) {
    try {
      await (await fetch(`${url}/_control/health`)).text();
    } catch {
      return 'closed';
    }
  }
}

describe('The page on the action', () => {
  const rows = (title: string): string[] => {
    const [, table = ''] = page.split(`| ${title} |`);
    return [...(table.split('\n\n')[0] ?? '').matchAll(/^\| (`.*?`(?:, `.*?`)*) \|/gm)].flatMap(
      ([, names = '']) => [...names.matchAll(/`(.*?)`/g)].map(([, name = '']) => name),
    );
  };

  it('names every input and every output', () => {
    expect(rows('Input').sort()).toEqual(Object.keys(action.inputs).sort());
    expect(rows('Output').sort()).toEqual(Object.keys(action.outputs).sort());
  });

  it('shows inputs and outputs that there are', () => {
    const [, block = ''] = /^```yaml\n(on: push\n.*?)^```$/ms.exec(page) ?? [];
    const { steps } = parse(block).jobs.test;
    const used = steps.find(({ id }: { id?: string }) => id === 'userlist');
    expect(Object.keys(used.with).filter((name) => action.inputs[name] === undefined)).toEqual([]);
    const outputs = [...block.matchAll(/steps\.userlist\.outputs\.([\w-]+)/g)].map(([, name = '']) => name);
    expect(outputs).toEqual(['control-url']);
    expect(outputs.filter((name) => action.outputs[name] === undefined)).toEqual([]);
  });
});
