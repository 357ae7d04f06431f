import { readFile } from 'node:fs/promises';
import { createUserlistEngine } from '@understudy/mock-server';
import { createDesk, type Desk, type DeskOptions } from '@understudy/mock-server/control';
import { createFastifyFront } from '@understudy/mock-server/fastify';
import { contract } from '@understudy/openapi/contract';
import { type DeskOperationId, deskRoutes } from '@understudy/openapi/control/routes';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { startPrismProxy } from './prism.ts';

/** What is asked; the place of an account in a path is that of `dev` unless another is named. */
type Asked = { readonly account?: string; readonly query?: string; readonly body?: unknown };

type Operation = {
  readonly operationId: DeskOperationId;
  readonly requestBody?: {
    readonly content: Record<string, { readonly examples: Record<string, { readonly value: unknown }> }>;
  };
};

const file = await readFile(new URL('../../openapi/control-api.yaml', import.meta.url), 'utf8');
const { paths } = parse(file) as { paths: Record<string, Record<string, Operation>> };
const described = Object.values(paths)
  .flatMap((item) => Object.values(item))
  .filter(({ operationId }) => operationId !== undefined);

/** Every example of a body that the contract has for an operation. */
function examplesOf(id: DeskOperationId): readonly Asked[] {
  const operation = described.find(({ operationId }) => operationId === id);
  const examples = operation?.requestBody?.content['application/json']?.examples ?? {};
  return Object.values(examples).map(({ value }) => ({ body: value }));
}

/** What every operation is asked, in this order. */
const CALLS: Readonly<Record<DeskOperationId, readonly Asked[]>> = {
  getIndex: [{}],
  getHealth: [{}],
  listAccounts: [{}, { query: 'limit=1' }],
  getAccount: [{}, { account: 'limited' }, { account: 'dev%2B503' }, { account: 'never-used' }],
  listUsers: [{}, { query: 'email=ADA@example.com' }],
  listCompanies: [{}],
  listRelationships: [{}],
  listEvents: [{}, { query: 'limit=1' }],
  listMessages: [{}],
  listExchanges: [{}, { query: 'limit=2' }, { query: 'diagnostic=unknown-attribute' }],
  getExchange: [{}],
  waitForExchanges: [{}, { query: 'operation=pushEvent&status=202&count=2&timeout_ms=0' }],
  waitForMatches: [{}, ...examplesOf('waitForMatches')],
  countExchanges: [{}, { body: { operation: 'deleteUser' } }, ...examplesOf('countExchanges')],
  getConduct: [{}, { account: 'limited' }],
  exportJournal: [{}, { query: 'format=ndjson' }, { query: 'format=har&status=202' }],
  getMetrics: [{}],
  getSettings: [{}],
  putSettings: [{ body: {} }, ...examplesOf('putSettings')],
  armFault: examplesOf('armFault'),
  listFaults: [{}, { query: 'account=dev' }],
  clearFaults: [{ query: 'name=down' }, {}],
  getClock: [{}, { query: 'account=dev' }],
  steerClock: examplesOf('steerClock'),
  removeAccount: [{ account: 'limited' }],
  reset: [{}, { body: { what: ['settings'] } }, ...examplesOf('reset')],
  streamExchanges: [{}],
};

type Fixture = {
  /** Asks through Prism; gives the status, and what Prism has against the request or its answer. */
  ask(method: string, target: string, asked?: Asked, headers?: HeadersInit): Promise<Judged>;
  push(key: string, path: string, body: unknown): Promise<number>;
  readonly desk: Desk;
  /** Resolves when the desk has been asked for the journal as it grows. */
  readonly followed: Promise<void>;
};

type Judged = { readonly status: number; readonly violations: string | null; readonly text: string };

async function setUp(options: Partial<DeskOptions<unknown>> = {}): Promise<Fixture> {
  const engine = createUserlistEngine();
  const operations = Object.keys(contract.operations);
  const real = createDesk({ engine, version: '1.0.0', operations, ...options });
  const { promise: followed, resolve } = Promise.withResolvers<void>();
  const desk: Desk = {
    ...real,
    answer(call, signal) {
      if (call.target.includes('/stream')) resolve();
      return real.answer(call, signal);
    },
  };
  const front = createFastifyFront({ engine, desk });
  const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => front.close(0));
  const prism = await startPrismProxy(url, 'control-api.yaml');
  return {
    desk,
    followed,
    async ask(method, target, { query, body } = {}, headers = {}) {
      const response = await fetch(`${prism.url}${target}${query === undefined ? '' : `?${query}`}`, {
        method,
        headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const { status } = response;
      return { status, violations: response.headers.get('sl-violations'), text: await response.text() };
    },
    async push(key, path, body) {
      const headers = { Authorization: `Push ${key}`, 'Content-Type': 'application/json' };
      const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return answer.status;
    },
  };
}

/** Something of everything that the desk can show. */
async function fill({ push, ask }: Fixture): Promise<void> {
  const user = { identifier: 'user-7', email: 'ada@example.com', properties: { plan: 'pro' } };
  const preferences = [{ topic: 'news', subscribed: false }];
  await ask('PUT', '/_control/accounts/limited/settings', { body: { rate_limit: '1/60s' } });
  await ask('POST', '/_control/faults', {
    body: { account: 'dev', times: 1, mark: true, effect: { status: 503 } },
  });
  const statuses = [
    await push('dev', '/users', user),
    await push('dev', '/users', { ...user, preferences, companies: ['company-3'], nmae: 'Ada' }),
    await push('dev', '/events', { name: 'project_created', user: 'user-7', properties: { plan: 'pro' } }),
    await push('dev', '/events', { name: 'project_created', user: { email: 'ben@example.com' } }),
    await push('dev', '/messages', { template: 'welcome', user: 'user-7' }),
    await push('dev', '/events', {}),
    await push('dev', '/nowhere', {}),
    await push('limited', '/users', user),
    await push('limited', '/users', user),
    await push('dev+503', '/users', user),
  ];
  expect(statuses).toEqual([503, 202, 202, 202, 202, 422, 404, 202, 429, 503]);
}

const targetOf = (path: string, { account = 'dev' }: Asked): string =>
  path.replace('{account}', account).replace('{id}', 'ex_0000000002');

describe('the contract of the desk as Prism reads it', () => {
  it('has a call for every operation', () => {
    const ids = described.map(({ operationId }) => operationId);
    expect(ids.length).toBeGreaterThan(20);
    expect(Object.keys(CALLS).sort()).toEqual(ids.sort());
    expect(Object.entries(CALLS).filter(([, asked]) => asked.length === 0)).toEqual([]);
  });

  it('finds nothing wrong with any operation, any example of a body, or its answer', async () => {
    const fixture = await setUp();
    await fill(fixture);
    const order = Object.keys(CALLS) as DeskOperationId[];
    for (const id of order) {
      const route = deskRoutes.find((each) => each.id === id);
      if (route === undefined) throw new Error(`There is no route for ${id}.`);
      for (const asked of CALLS[id]) {
        const judging = fixture.ask(route.method, targetOf(route.path, asked), asked);
        // Prism reads an answer to its end before it judges it, and this one ends with the desk.
        if (id === 'streamExchanges') void fixture.followed.then(() => fixture.desk.close());
        const { status, violations, text } = await judging;
        expect({ status, violations }, `${id} ${JSON.stringify(asked)}: ${text.slice(0, 300)}`).toEqual({
          status: id === 'armFault' ? 201 : 200,
          violations: null,
        });
      }
    }
  });

  it('finds nothing wrong with what the desk refuses', async () => {
    const { ask } = await setUp({ token: 'for-the-desk' });
    const shown = { Authorization: 'Bearer for-the-desk' };
    const refused = [
      [400, 'GET', '/_control/exchanges', { query: 'acount=dev' }],
      [400, 'POST', '/_control/exchanges/count', { body: { opration: 'pushUser' } }],
      [400, 'POST', '/_control/faults', { body: { effect: { staus: 503 } } }],
      [400, 'PUT', '/_control/accounts/dev/settings', { body: { rate_limit: 'fast' } }],
      [404, 'GET', '/_control/accounts/acct_000000000000', {}],
      [404, 'GET', '/_control/exchanges/ex_0000000001', {}],
      [408, 'GET', '/_control/exchanges/wait', { query: 'timeout_ms=0' }],
      [408, 'POST', '/_control/exchanges/wait', { body: { timeout_ms: 0 } }],
      [409, 'POST', '/_control/exchanges/count', { body: { exactly: 1 } }],
      [413, 'POST', '/_control/exchanges/count', { body: { body: { note: 'x'.repeat(110_000) } } }],
    ] as const;
    for (const [status, method, target, asked] of refused) {
      const { text, ...judged } = await ask(method, target, asked, shown);
      expect(judged, `${method} ${target}: ${text}`).toEqual({ status, violations: null });
    }
    const foreign = await ask('GET', '/_control/health', {}, { ...shown, 'Sec-Fetch-Site': 'cross-site' });
    expect(foreign).toMatchObject({ status: 403, violations: null });
  });

  it('finds nothing wrong with what is said to who shows no token', async () => {
    const { ask } = await setUp({ token: 'for-the-desk', isReady: () => false });
    for (const { id, method, path, body } of deskRoutes) {
      const asked = body === null ? {} : (CALLS[id].find((each) => each.body !== undefined) ?? { body: {} });
      const { text, ...judged } = await ask(method, targetOf(path, asked), asked);
      const status = id === 'getHealth' ? 503 : 401;
      expect(judged, `${id}: ${text}`).toEqual({ status, violations: null });
    }
  });

  it('would see a violation: a request against the contract does not get through', async () => {
    const { ask } = await setUp();
    const order = { effect: { status: 'down' } };
    expect(await ask('POST', '/_control/faults', { body: order })).toMatchObject({ status: 422 });
    expect(JSON.parse((await ask('GET', '/_control/faults')).text)).toEqual({ items: [], timelines: [] });
  });
});
