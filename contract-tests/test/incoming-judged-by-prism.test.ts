import { readFile } from 'node:fs/promises';
import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startPrismProxy } from './prism.ts';
import { startStandIn } from './stand-in.ts';

type Described = {
  paths: Record<
    string,
    { post: { requestBody: { content: Record<string, { examples: Record<string, { value: unknown }> }> } } }
  >;
};

/** Every request example of the incoming host's file, with its path. */
async function canonicalCalls(): Promise<{ path: string; name: string; body: unknown }[]> {
  const file = await readFile(new URL('../../openapi/incoming-api.yaml', import.meta.url), 'utf8');
  const { paths } = parse(file) as Described;
  return Object.entries(paths).flatMap(([path, { post }]) =>
    Object.entries(post.requestBody.content['application/json']?.examples ?? {}).map(([name, { value }]) => ({
      path,
      name,
      body: value,
    })),
  );
}

async function setUp(options: Parameters<typeof startStandIn>[0] = {}) {
  const standIn = await startStandIn(options);
  const prism = await startPrismProxy(standIn.url, 'incoming-api.yaml');
  const post = async (path: string, body: unknown, authorization = 'Push judged') => {
    const response = await fetch(`${prism.url}${path}`, {
      method: 'POST',
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, violations: response.headers.get('sl-violations') };
  };
  return { standIn, post };
}

describe('the incoming host as Prism reads it', () => {
  it('finds nothing wrong with any canonical request or its answer', async () => {
    const { standIn, post } = await setUp();
    const calls = await canonicalCalls();
    const incoming = Object.values(contract.operations).filter(({ host }) => host === 'incoming');
    expect(new Set(calls.map(({ path }) => path))).toEqual(new Set(incoming.map(({ path }) => path)));
    for (const { path, name, body } of calls)
      expect(await post(path, body), `${path}, example ${name}`).toEqual({ status: 202, violations: null });
    expect(standIn.engine.journal.size).toBe(calls.length);
    expect(standIn.stored('judged', 'users')).toHaveLength(1);
  });

  it('finds nothing wrong with its refusals, nor with Basic credentials', async () => {
    const { post } = await setUp({ pushKeys: ['right'], rateLimit: '3/60s' });
    const track = { type: 'track', event: 'x', userId: 'user-7' };
    const basic = `Basic ${btoa('right:')}`;
    expect([
      await post('/segment/events', track, 'Push wrong'),
      await post('/segment/events', track, basic),
      await post('/segment/events', { ...track, userId: null }, basic),
      await post('/rudderstack/events', { type: 'page' }, 'Push right'),
      await post('/posthog/users', { identifier: 'user-7' }, 'Push right'),
    ]).toEqual([401, 202, 400, 400, 429].map((status) => ({ status, violations: null })));
  });

  it('would see a violation: a message without a type does not get through', async () => {
    const { standIn, post } = await setUp();
    expect(await post('/rudderstack/events', { userId: 'user-7' })).toMatchObject({ status: 422 });
    expect(standIn.engine.journal.size).toBe(0);
  });
});
