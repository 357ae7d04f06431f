import { contract } from '@understudy/openapi/contract';
import { type DeskRoute, deskRoutes } from '@understudy/openapi/control/routes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/engine/call.ts';
import { nearly, oddJson } from './desk-bodies.ts';
import { createFixture, type Fixture, readAnswer, toBytes, toCall } from './desk-fixture.ts';
import { expectContract } from './expect-contract.ts';

const SEED = 20_261_123;
const RUNS = 1000;

const withBody = deskRoutes.filter(({ body }) => body !== null);
const withQuery = deskRoutes.filter(({ body }) => body === null);

/** Everything that an order could change. */
function stateOf({ engine }: Fixture): string {
  const { accounts, journal, faults, timelines, clocks, tally, service } = engine;
  const shown = accounts.list().map((account) => {
    const { handle, settings, requests, world, clock } = account;
    return {
      handle,
      settings,
      requests,
      counts: service.counts(world),
      own: clock?.mode,
      now: clocks.nowOf(account),
    };
  });
  const faulty = faults
    .list()
    .map(({ name, account, effect, offered, fired }) => ({ name, account, effect, offered, fired }));
  const steps = timelines.owners().map((owner) => [owner, timelines.nextAt(owner)]);
  return JSON.stringify([
    shown,
    faulty,
    steps,
    journal.size,
    engine.clock.mode,
    engine.clock.now(),
    typeof tally,
  ]);
}

const targetOf = ({ path }: DeskRoute, account: string): string =>
  path.replace('{account}', encodeURIComponent(account)).replace('{id}', 'ex_0000000001');

/** Asks the desk, lets all waiting be over, and gives the status; what is refused must leave everything as it was. */
async function ask(fixture: Fixture, call: Partial<Call>): Promise<number> {
  const { desk, time } = fixture;
  const before = stateOf(fixture);
  const leaving = new AbortController();
  const answered = desk.answer(toCall(call), leaving.signal);
  time.advance(600_000);
  const answer = await answered;
  leaving.abort();
  const { status } = answer;
  const what = `${call.method} ${call.target} ${new TextDecoder().decode(call.bytes)}`;
  const isJson = answer.headers[1]?.startsWith('application/json') === true;
  if (!('pieces' in answer) && isJson && call.method !== 'HEAD')
    expectContract(call.method ?? '', call.target ?? '', status, readAnswer(answer).json);
  if (status >= 500) throw new Error(`${status} on ${what}: ${'body' in answer ? answer.body : ''}`);
  if (status >= 400 && stateOf(fixture) !== before)
    throw new Error(`${status} left something behind: ${what}`);
  return status;
}

/** With a user, an event and a refusal in the journal. */
function createUsed(): Fixture {
  const fixture = createFixture({}, { operations: Object.keys(contract.operations) });
  fixture.push('dev', 'POST', '/users', { identifier: 1, properties: { plan: 'pro' } });
  fixture.push('dev', 'POST', '/events', { name: 'x', user: 1, nmae: 1 });
  fixture.push('other', 'POST', '/events', {});
  return fixture;
}

describe(`any request to the desk (seed ${SEED})`, () => {
  it.each(withBody)(
    '$method $path with any JSON never fails, and changes nothing that it refuses',
    async (route) => {
      const fixture = createUsed();
      const shape = route.body?.shape ?? {};
      const bodies = fc.oneof({ weight: 9, arbitrary: nearly(shape) }, { weight: 1, arbitrary: oddJson });
      const counts = { well: 0, refused: 0 };
      const property = fc.asyncProperty(bodies, fc.constantFrom('dev', 'other'), async (body, account) => {
        const target = targetOf(route, account);
        const status = await ask(fixture, { method: route.method, target, bytes: toBytes(body) });
        counts[status < 400 ? 'well' : 'refused'] += 1;
      });
      await fc.assert(property, { seed: SEED, numRuns: RUNS });
      expect(Math.min(counts.well, counts.refused)).toBeGreaterThan(RUNS / 25);
    },
  );

  it.each(withBody)('$method $path with any bytes never fails', async (route) => {
    const fixture = createUsed();
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string().map(toBytes),
      oddJson.map((body) => toBytes([body])),
    );
    const property = fc.asyncProperty(bytes, (body) =>
      ask(fixture, { method: route.method, target: targetOf(route, 'dev'), bytes: body }).then(
        () => undefined,
      ),
    );
    await fc.assert(property, { seed: SEED, numRuns: 100 });
  });

  it.each(withQuery)('$method $path with any query never fails', async (route) => {
    const fixture = createUsed();
    const names = fc.constantFrom(
      ...Object.keys(route.query),
      ...Object.keys(route.query),
      'acount',
      '__proto__',
    );
    const values = fc.oneof(
      ...Object.values(route.query).map((shape) => nearly(shape).map((value) => encode(value))),
      fc.constantFrom('', '%', '%ff', 'dev', 'a+b', '1e3', '-1', '\u0000', 'a=b', '#'),
    );
    const queries = fc.array(fc.tuple(names, values), { maxLength: 3 });
    const accounts = fc.constantFrom('dev', 'never used', 'acct_000000000000', '\u0000', 'a/b');
    const property = fc.asyncProperty(queries, accounts, async (query, account) => {
      const target = `${targetOf(route, account)}?${query.map(([name, value]) => `${name}=${value}`).join('&')}`;
      await ask(fixture, { method: route.method, target });
    });
    await fc.assert(property, { seed: SEED, numRuns: 150 });
  });
});

function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : String(JSON.stringify(value));
  return text.isWellFormed() ? encodeURIComponent(text) : text;
}
