import { UsageError } from '../engine/usage-error.ts';
import { ExpectationError } from './expectation-error.ts';
import type { UserlistMatcher } from './matcher.ts';
import type { UserlistExpectations } from './userlist.ts';

export type ReceivedOptions = {
  /** How many milliseconds of real time to wait for what is not there yet; none unless given. */
  readonly timeoutMs?: number;
};

/** What `expect` has for accounts and stand-ins once `userlistMatchers` are among its matchers. */
export type UserlistAssertions = {
  /** At least one exchange matches. */
  toHaveReceived(matcher?: UserlistMatcher, options?: ReceivedOptions): Promise<void>;
  /** So many exchanges match, no more and no fewer. */
  toHaveReceivedExactly(count: number, matcher?: UserlistMatcher, options?: ReceivedOptions): Promise<void>;
};

type Verdict = { readonly pass: boolean; readonly message: () => string };
type State = { readonly isNot?: boolean };

async function toHaveReceived(
  this: State,
  received: unknown,
  matcher: UserlistMatcher = {},
  { timeoutMs = 0 }: ReceivedOptions = {},
): Promise<Verdict> {
  const userlist = toAsked(received, 'toHaveReceived');
  if (this.isNot !== true) {
    return judge(async () => {
      if (timeoutMs > 0) await userlist.waitForExchange(matcher, { timeoutMs });
      await userlist.expectExchange(matcher);
    });
  }
  if (timeoutMs > 0)
    throw new UsageError('There is nothing that not.toHaveReceived could wait for; leave out timeoutMs.');
  return negate(await judge(() => userlist.expectNoExchange(matcher)));
}

async function toHaveReceivedExactly(
  this: State,
  received: unknown,
  count: number,
  matcher: UserlistMatcher = {},
  { timeoutMs = 0 }: ReceivedOptions = {},
): Promise<Verdict> {
  const userlist = toAsked(received, 'toHaveReceivedExactly');
  if (this.isNot === true)
    throw new UsageError('not.toHaveReceivedExactly says too little; say how many there have to be.');
  return judge(async () => {
    if (timeoutMs > 0 && count > 0) await waitAtMost(userlist, matcher, count, timeoutMs);
    await userlist.expectExactly(count, matcher);
  });
}

/** Matchers for the `expect` of Vitest or Jest, given to its `extend`. */
export const userlistMatchers = { toHaveReceived, toHaveReceivedExactly };

/** What is late is told by the count that follows. */
async function waitAtMost(
  userlist: UserlistExpectations,
  matcher: UserlistMatcher,
  count: number,
  timeoutMs: number,
): Promise<void> {
  await userlist.waitForExchange(matcher, { count, timeoutMs }).catch((error: unknown) => {
    if (!(error instanceof ExpectationError)) throw error;
  });
}

async function judge(verify: () => Promise<unknown>): Promise<Verdict> {
  try {
    await verify();
  } catch (error) {
    if (!(error instanceof ExpectationError)) throw error;
    return { pass: false, message: () => error.message };
  }
  return { pass: true, message: () => 'It is so.' };
}

/** Runners turn a verdict round behind `not`. */
function negate({ pass, message }: Verdict): Verdict {
  return { pass: !pass, message };
}

function toAsked(received: unknown, name: string): UserlistExpectations {
  if (typeof received === 'object' && received !== null && 'expectExchange' in received)
    return received as UserlistExpectations;
  throw new UsageError(`${name} is for an account, or for all of a stand-in: expect(account).${name}(…).`);
}
