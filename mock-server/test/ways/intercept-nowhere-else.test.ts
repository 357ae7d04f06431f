import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, type UserlistEngine } from '../../src/index.ts';
import { expectEverything } from './official-expected.ts';
import { DOOR, runIntercepted, runNode } from './run-intercepted.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function serve(): Promise<{ engine: UserlistEngine; url: string }> {
  const engine = createUserlistEngine();
  const front = createFastifyFront({ engine });
  onTestFinished(() => front.close(0));
  return { engine, url: (await front.listen({ port: 0, host: '127.0.0.1' })).url };
}

/** An environment in which nothing leaves this machine, and a way to read what would have. */
async function guard(): Promise<{ env: Record<string, string>; reached(): Promise<string> }> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-guard-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'reached.txt');
  await writeFile(file, '');
  const env = { NODE_OPTIONS: `--require ${here('intercept-guard.cjs')}`, REACHED: file };
  return { env, reached: () => readFile(file, 'utf8') };
}

describe('the real host', () => {
  it('would be contacted by the official client as it comes', async () => {
    const { env, reached } = await guard();
    const { out } = await runNode([here('everything.ts')], env);
    expect(new Set(JSON.parse(out))).toEqual(new Set(['failed']));
    expect(new Set((await reached()).trim().split('\n'))).toEqual(
      new Set(['connect to push.userlist.com:443']),
    );
  });

  it('is neither looked up nor connected to by it under the door', async () => {
    const { engine, url } = await serve();
    const { env, reached } = await guard();
    const { out } = await runIntercepted([here('everything.ts')], { ...env, UNDERSTUDY_URL: url });
    expectEverything(engine, 'official', JSON.parse(out), 'fastify');
    expect(await reached()).toBe('');
  });

  it.each(['push.userlist.com', 'incoming.userlist.com'])(
    'is not by anything else that sends to %s',
    async (host) => {
      const { engine, url } = await serve();
      const { env, reached } = await guard();
      const { out } = await runIntercepted([here('every-way.ts'), host], { ...env, UNDERSTUDY_URL: url });
      expect(engine.journal.size).toBe(Object.keys(JSON.parse(out)).length);
      expect(await reached()).toBe('');
    },
  );

  it.each([
    ['on the command line', (door: string) => ({ words: ['--import', door], options: '' })],
    ['in NODE_OPTIONS', (door: string) => ({ words: [], options: ` --import ${door}` })],
    ['as a preload', (door: string) => ({ words: [], options: ` --require ${door}/preload` })],
    [
      'on the command line beside flags for whole processes',
      (door: string) => ({
        words: ['--title=of-its-own', '--import', door],
        options: ' --openssl-legacy-provider',
      }),
    ],
  ])('is not by any worker where the door is %s', async (_where, toFlags) => {
    const { engine, url } = await serve();
    const { env, reached } = await guard();
    const { words, options } = toFlags(DOOR);
    const { out } = await runNode([...words, here('intercept-workers.mjs')], {
      ...env,
      UNDERSTUDY_URL: url,
      NODE_OPTIONS: env.NODE_OPTIONS + options,
    });
    const { same, ...seen } = JSON.parse(out);
    expect(same).toBe(true);
    expect(new Set(Object.values(seen))).toEqual(new Set([404]));
    expect(engine.journal.size).toBe(12);
    expect(await reached()).toBe('');
  });

  it('is not by a worker where the stand-in is within the process, which all its workers share', async () => {
    const { env, reached } = await guard();
    const program = `
      const { Worker } = require('node:worker_threads');
      const { once } = require('node:events');
      const send = "fetch('https://push.userlist.com/').then(({ status }) => console.log(status))";
      (async () => {
        await once(new Worker(send, { eval: true }), 'exit');
        const exchanges = await fetch('https://push.userlist.com/_control/exchanges');
        console.log((await exchanges.json()).items.length);
      })();`;
    const { out, told } = await runIntercepted(['--eval', program], env);
    expect(out).toBe('404\n1\n');
    expect(told).toMatch(/^understudy: .* within this process, http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(await reached()).toBe('');
  });

  it('is not when the stand-in is not there', async () => {
    const { env, reached } = await guard();
    const { out } = await runIntercepted([here('everything.ts')], {
      ...env,
      UNDERSTUDY_URL: 'http://127.0.0.1:1',
    });
    expect(new Set(JSON.parse(out))).toEqual(new Set(['failed']));
    expect(await reached()).toBe('');
  });
});
