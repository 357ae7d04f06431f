import { readFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, type Timer, type UserlistEngine } from '../../src/index.ts';
import { type CurlRequest, readCurls } from './curl.ts';

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');

const readme = await read('../../../README.md');
const section = readme.split(/^## /m).find((text) => text.startsWith('Be refused, on demand\n')) ?? '';
const recipes = section
  .split(/^### /m)
  .slice(1)
  .map((text) => ({ title: text.slice(0, text.indexOf('\n')), text, commands: blockOf(text, 'sh') }));

type Recipe = (typeof recipes)[number];

function blockOf(text: string, language: string): string {
  const [, block = ''] = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(text) ?? [];
  return block;
}

/** What curl would say: the status with the headers that are asked for, or how it failed. */
async function say(
  engine: UserlistEngine,
  url: string,
  request: CurlRequest,
  expected: string,
): Promise<string> {
  const patience = new AbortController();
  if (request.hasPatience) {
    const unsubscribe = engine.journal.subscribe(() => patience.abort());
    onTestFinished(unsubscribe);
  }
  try {
    const { method, headers, body } = request;
    const response = await fetch(request.url.replace('http://localhost:4010', url), {
      method,
      headers,
      signal: patience.signal,
      ...(body === undefined ? {} : { body }),
    });
    const wanted = [...expected.matchAll(/, ([\w-]+): /g)].map(([, name = '']) => name);
    const told = wanted.map((name) => `${name}: ${response.headers.get(name)}`);
    await response.arrayBuffer();
    return [String(response.status), ...told].join(', ');
  } catch {
    return patience.signal.aborted ? '(28) timed out' : '(52) no answer';
  }
}

/** No recipe is about how long time takes. */
const atOnce: Timer = (_ms, callback) => {
  const id = setImmediate(callback);
  return () => clearImmediate(id);
};

async function serve(): Promise<{ readonly engine: UserlistEngine; readonly url: string }> {
  const engine = createUserlistEngine();
  const desk = createDesk({ engine, version: '1.0.0' });
  const front = createFastifyFront({ engine, desk, timer: atOnce });
  onTestFinished(() => front.close(0));
  const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
  return { engine, url };
}

/** Runs the commands of a recipe; each has to say what its comment says, or to be done by the desk. */
async function follow({ title, commands }: Recipe, { engine, url }: Awaited<ReturnType<typeof serve>>) {
  const said: string[] = [];
  const expected: string[] = [];
  for (const line of commands.trim().split('\n')) {
    const [command = '', comment] = line.split('   # ');
    const [request] = readCurls(command);
    if (request === undefined) throw new Error(`No command: ${line}`);
    const answer = await say(engine, url, request, comment ?? '');
    // What is not said is asked of the desk, which has to do it.
    said.push(comment === undefined ? answer.replace('201', '200') : answer);
    expected.push(comment ?? '200');
  }
  expect(said, title).toEqual(expected);
}

describe('the README, on scripts', () => {
  it('has commands about one account that do what they say', async () => {
    const scripts = readme.split(/^## /m).find((text) => text.startsWith('In scripts and CI\n')) ?? '';
    const commands = blockOf(scripts, 'sh')
      .split('\n')
      .filter((line) => line.startsWith('curl '));
    const requests = commands.flatMap((line) => readCurls(line.replace(/ +# .*$/, '')));
    const { engine, url } = await serve();
    const push = (key: string) =>
      fetch(`${url}/events`, {
        method: 'POST',
        headers: { Authorization: `Push ${key}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ name: 'project_created', user: 'user-1' }),
      });
    await Promise.all([push('dev'), push('other')]);
    const statuses: string[] = [];
    for (const request of requests) statuses.push(await say(engine, url, request, ''));
    expect(statuses).toEqual(['200', '200', '200']);
    expect(requests.every(({ fails }) => fails)).toBe(true);
    expect([...engine.journal.entries()]).toHaveLength(1);
  });
});

describe('the recipes of the README', () => {
  it('are there for everything that can go wrong', () => {
    const told = recipes.map(({ title }) => title.toLowerCase());
    for (const word of ['401', '403', '413', '422', '429', '5xx', 'time-out', 'reset', 'duplicate', 'slow'])
      expect(told.filter((title) => title.includes(word))).toHaveLength(1);
  });

  it('print their TypeScript as the test that it is', async () => {
    const printed = [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text]) => text);
    expect(printed.join('\n')).toBe(await read('../examples/refusals.test.ts'));
  });

  it.each(recipes)('do in a shell what they say: $title', async (recipe) => {
    await follow(recipe, await serve());
    expect(recipe.commands).toContain('   # ');
  });

  it.each([
    ['the order of the page', recipes],
    ['the reverse order', recipes.toReversed()],
  ])('can be followed on one stand-in, in %s', async (_order, ordered) => {
    const served = await serve();
    for (const recipe of ordered) await follow(recipe, served);
  });

  it('name the kind under which conduct tells of a duplicate', async () => {
    const [recipe] = recipes.filter(({ title }) => title === 'Duplicate');
    if (recipe === undefined) throw new Error('There is no such recipe.');
    const served = await serve();
    await follow(recipe, served);
    const [, key = ''] = /conduct\/(\S+)/.exec(recipe.commands) ?? [];
    const conduct = await (await fetch(`${served.url}/_control/conduct/${key}`)).json();
    const kinds = conduct.findings.map(({ kind }: { readonly kind: string }) => kind);
    expect(kinds).toEqual(['duplicate-after-unknown']);
    expect(recipe.text).toContain(`\`${kinds[0]}\``);
  });
});
