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
  .map((text) => ({ title: text.slice(0, text.indexOf('\n')), commands: blockOf(text, 'sh') }));

function blockOf(text: string, language: string): string {
  const [, block = ''] = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(text) ?? [];
  return block;
}

/** What curl would say: the status with the headers that are asked for, or how it failed. */
async function run(
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

  it.each(recipes)('do in a shell what they say: $title', async ({ commands }) => {
    const engine = createUserlistEngine();
    const desk = createDesk({ engine, version: '1.0.0' });
    const front = createFastifyFront({ engine, desk, timer: atOnce });
    onTestFinished(() => front.close(0));
    const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
    const lines = commands.trim().split('\n');
    const said: string[] = [];
    const expected: string[] = [];
    for (const line of lines) {
      const [command = '', comment] = line.split('   # ');
      const [request] = readCurls(command);
      if (request === undefined) throw new Error(`No command: ${line}`);
      const answer = await run(engine, url, request, comment ?? '');
      // What is not said is asked of the desk, which has to do it.
      said.push(comment === undefined ? answer.replace('201', '200') : answer);
      expected.push(comment ?? '200');
    }
    expect(said).toEqual(expected);
    expect(lines.some((line) => line.includes('   # '))).toBe(true);
  });
});
