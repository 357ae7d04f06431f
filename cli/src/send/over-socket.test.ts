import { createUserlistEngine, type UserlistEngineOptions } from '@understudy/mock-server';
import { createFastifyFront } from '@understudy/mock-server/fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestIo } from '../outgoing/test/set-up.ts';
import { send } from './send.ts';
import { run, standardOptions, toLines, track } from './test/set-up.ts';

const closings: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

async function listen(options: UserlistEngineOptions) {
  const engine = createUserlistEngine(options);
  const front = createFastifyFront({ engine });
  const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
  const close = () => front.close(0);
  closings.push(close);
  return { engine, url, close };
}

describe('over a real socket', () => {
  it('forty events arrive at twenty a second, each once and in order', async () => {
    const { engine, url } = await listen({ rateLimit: '20/1s' });
    const users = ['ada', 'bob', 'cyd', 'dan', 'eve'];
    const input = toLines(
      Array.from({ length: 8 }, (_, number) => users.map((user) => track(user, number))).flat(),
    );
    const { io, texts } = createTestIo(input);
    const code = await send({ ...standardOptions, url }, io);
    expect(code).toBe(0);
    expect(JSON.parse(texts.stdout)).toMatchObject({ sent: 40, requests: 40, failed: { count: 0 } });

    const arrived = new Map<string, number[]>();
    for (const { status, bytes } of engine.journal.entries()) {
      if (status !== 202) continue;
      const { user, properties } = JSON.parse(new TextDecoder().decode(bytes));
      arrived.set(user, [...(arrived.get(user) ?? []), properties.number]);
    }
    expect(arrived).toEqual(new Map(users.map((user) => [user, [0, 1, 2, 3, 4, 5, 6, 7]])));
  });

  it('a key that is none of the configured ones ends the run', async () => {
    const { url } = await listen({ pushKeys: ['another'] });
    const { io, texts } = createTestIo(toLines([track('ada', 1)]));
    expect(await send({ ...standardOptions, url, json: false }, io)).toBe(1);
    expect(texts.stdout).toContain('line 1: 401 Invalid Push key or authorization scheme.');
    expect(texts.stdout).toContain(`The push key is not taken by ${url} (401).`);
  });

  it('a port that fetch refuses is told at once, and nothing may have arrived', async () => {
    const input = toLines([track('ada', 1), track('bob', 1)]);
    const refused = 'http://127.0.0.1:6000';
    const { code, summary, tookMs } = await run(input, () => (request) => fetch(request), { url: refused });
    expect(code).toBe(1);
    expect(summary).toMatchObject({
      sent: 0,
      failed: { count: 0 },
      unsent: { count: 2, first: 1 },
      stopped: expect.stringMatching(/^Nothing can be sent to port 6000: .* --url with it\.$/),
    });
    expect(tookMs).toBeLessThan(1000);
  });

  it('nobody there is told soon, with what to start', async () => {
    const { url, close } = await listen({});
    await close();
    const input = toLines([track('ada', 1), track('bob', 1)]);
    const { code, stdout } = await run(input, () => (request) => fetch(request), { url, json: false });
    expect(code).toBe(1);
    expect(stdout).toContain(`Nothing listens at ${url} (ECONNREFUSED). Is the stand-in running?`);
    expect(stdout).toContain('Stopped after line 2; 2 lines up to there not sent, the first of them line 1.');
  });
});
