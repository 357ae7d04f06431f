import type { components } from '@understudy/openapi/control/types';
import { UsageError } from '../engine/usage-error.ts';
import { readMatcherBody } from '../verify/matcher-body.ts';
import type { DeskClient } from './desk-client.ts';
import { ExpectationError } from './expectation-error.ts';
import { fromHere } from './from-here.ts';
import type { UserlistMatcher } from './matcher.ts';
import type { UserlistExpectations, WaitOptions } from './userlist.ts';

type Exchange = components['schemas']['Exchange'];
type Order = components['schemas']['CountOrder'];

/** As many as the desk waits for at once. */
const MOST_AT_ONCE = 10_000;
const USUAL_TIMEOUT_MS = 5000;

/** What may be expected of the exchanges of an account; null stands for all accounts. */
export function createExpectations(desk: DeskClient, account: string | null): UserlistExpectations {
  const toOrder = (matcher: UserlistMatcher): Order => {
    if (typeof matcher !== 'object' || matcher === null)
      throw new UsageError('A matcher is an object such as { operation, status, body }.');
    const { body, ...facts } = matcher;
    // The types of the desk know no undefined, and JSON leaves it out.
    return { ...(facts as Order), body: body == null ? null : readMatcherBody(body), account };
  };

  const verify = async (order: Order, bounds: Pick<Order, 'exactly' | 'at_least'>): Promise<void> => {
    await desk.ask('countExchanges', { body: { ...order, ...bounds } });
  };

  /** The first so many that match, oldest first. A page may hold fewer; then the rest is asked for behind it. */
  const gather = async (order: Order, { count = 1, timeoutMs = 0, signal }: WaitOptions) => {
    const found: Exchange[] = [];
    let { since = null } = order;
    for (;;) {
      const wanted = Math.min(count - found.length, MOST_AT_ONCE);
      const body = { ...order, since, count: wanted, timeout_ms: timeoutMs };
      const { items, next } = await desk.ask('waitForMatches', { body, signal });
      found.push(...items);
      since = items.at(-1)?.id ?? null;
      const isWhole = found.length >= count || (next === null && wanted < MOST_AT_ONCE);
      if (isWhole || since === null) return found;
    }
  };

  async function expectExchange(matcher: UserlistMatcher = {}): Promise<Exchange> {
    return fromHere(expectExchange, async () => {
      const order = toOrder(matcher);
      await verify(order, { at_least: 1 });
      return expectLast(await gather(order, {}));
    });
  }

  async function expectNoExchange(matcher: UserlistMatcher = {}): Promise<void> {
    return fromHere(expectNoExchange, () => verify(toOrder(matcher), { exactly: 0 }));
  }

  async function expectExactly(count: number, matcher: UserlistMatcher = {}): Promise<Exchange[]> {
    return fromHere(expectExactly, async () => {
      expectWhole('expectExactly takes', count, 0);
      const order = toOrder(matcher);
      await verify(order, { exactly: count });
      return count === 0 ? [] : gather(order, { count });
    });
  }

  async function waitForExchange(
    matcher: UserlistMatcher = {},
    { count = 1, timeoutMs = USUAL_TIMEOUT_MS, signal }: WaitOptions = {},
  ): Promise<Exchange> {
    return fromHere(waitForExchange, async () => {
      expectWhole('count is', count, 1);
      expectWhole('timeoutMs is', timeoutMs, 0);
      signal?.throwIfAborted();
      const options = { count, timeoutMs, ...(signal === undefined ? {} : { signal }) };
      return expectLast(await gather(toOrder(matcher), options));
    });
  }

  return { expectExchange, expectNoExchange, expectExactly, waitForExchange };
}

/** JSON would make null of a number that is none, and null is not looked at. */
function expectWhole(what: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new UsageError(`${what} a whole number from ${least} on, not ${String(value)}.`);
}

function expectLast(found: readonly Exchange[]): Exchange {
  const last = found.at(-1);
  if (last !== undefined) return last;
  throw new ExpectationError('What was looked for came, but had to make room; let the journal keep more.');
}
