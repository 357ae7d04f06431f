import { readFile } from 'node:fs/promises';
import { createPushClient, type PushClient } from '@understudy/client';
import { contract, type PushOperationId } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startPrismProxy } from './prism.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

type Call = { readonly id: PushOperationId; readonly name: string; readonly body: never };

type Described = {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: PushOperationId;
        requestBody: { content: Record<string, { examples: Record<string, { value: never }> }> };
      }
    >
  >;
};

/** Every request example of the contract: the canonical requests. */
async function canonicalCalls(): Promise<Call[]> {
  const file = await readFile(new URL('../../openapi/push-api.yaml', import.meta.url), 'utf8');
  const { paths } = parse(file) as Described;
  return Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap(({ operationId, requestBody }) =>
      Object.entries(requestBody.content['application/json']?.examples ?? {}).map(([name, { value }]) => ({
        id: operationId,
        name,
        body: value,
      })),
    ),
  );
}

/** The client's method for each operation. */
const METHODS: Readonly<
  Record<PushOperationId, (client: PushClient, body: never) => Promise<{ ok: boolean }>>
> = {
  pushUser: (client, body) => client.users.push(body),
  deleteUser: (client, body) => client.users.delete(body),
  pushCompany: (client, body) => client.companies.push(body),
  deleteCompany: (client, body) => client.companies.delete(body),
  pushRelationship: (client, body) => client.relationships.push(body),
  deleteRelationship: (client, body) => client.relationships.delete(body),
  pushEvent: (client, body) => client.events.push(body),
  pushMessage: (client, body) => client.messages.push(body),
};

/** A fetch that remembers what Prism had to say about each answer. */
function createWatchedFetch() {
  const seen: { status: number; violations: string | null }[] = [];
  const watched = async (request: Request): Promise<Response> => {
    const response = await fetch(request);
    seen.push({ status: response.status, violations: response.headers.get('sl-violations') });
    return response;
  };
  return { seen, watched };
}

async function setUp(options: Parameters<typeof startStandIn>[0] = {}) {
  const standIn: StandIn = await startStandIn(options);
  const prism = await startPrismProxy(standIn.url);
  const { seen, watched } = createWatchedFetch();
  const client = (pushKey: string) =>
    createPushClient({ pushKey, baseUrl: prism.url, fetch: watched, retry: false });
  return { standIn, seen, client };
}

describe('the contract as Prism reads it', () => {
  it('finds nothing wrong with any canonical request or its answer', async () => {
    const { standIn, seen, client } = await setUp();
    const calls = await canonicalCalls();
    const pushed = Object.values(contract.operations).filter(({ host }) => host === 'push');
    expect(new Set(calls.map(({ id }) => id)).size).toBe(pushed.length);
    for (const { id, name, body } of calls) {
      const result = await METHODS[id](client('judged'), body);
      expect(result, `${id}, example ${name}`).toMatchObject({ ok: true });
    }
    expect(seen).toEqual(calls.map(() => ({ status: 202, violations: null })));
    expect(standIn.engine.journal.size).toBe(calls.length);
  });

  it('finds nothing wrong with the answers 401 and 429', async () => {
    const { seen, client } = await setUp({ pushKeys: ['right'], rateLimit: '1/60s' });
    await client('wrong').users.push({ identifier: 'user-1' });
    await client('right').users.push({ identifier: 'user-1' });
    await client('right').users.push({ identifier: 'user-1' });
    expect(seen).toEqual([
      { status: 401, violations: null },
      { status: 202, violations: null },
      { status: 429, violations: null },
    ]);
  });

  it('would see a violation: a request against the contract does not get through', async () => {
    const { standIn, seen, client } = await setUp();
    await client('judged').users.push({ identifier: 'user-1', relationships: 'company-1' } as never);
    expect(seen).toMatchObject([{ status: 422 }]);
    expect(standIn.engine.journal.size).toBe(0);
  });
});
