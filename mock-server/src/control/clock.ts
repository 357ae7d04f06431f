import type { components } from '@understudy/openapi/control/types';
import type { Account } from '../engine/account.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError } from '../engine/usage-error.ts';
import { decodeDateTime } from './decode-date-time.ts';
import { claimAccount, findAccount } from './find-account.ts';
import type { Handlers } from './handler.ts';
import { isProblem, type Problem, toProblem, toReply } from './problem.ts';
import { renderTime } from './render-time.ts';

/** A clock as the desk shows it. */
export type RenderedClock = components['schemas']['Clock'];

/** How a clock is to be moved, as the desk takes it. */
export type ClockOrder = components['schemas']['ClockOrder'];

/** The time of an account, or that of all who have none of their own. */
export function renderClock<World>({ clocks }: Engine<World>, account: Account<World> | null): RenderedClock {
  const clock = clocks.of(account);
  return {
    now: renderTime(clock.now()),
    mode: clock.mode,
    account: account?.handle ?? null,
    own: account === null || account.clock !== null,
  };
}

/** Tells and steers the time. */
export function createClockHandlers<World>(engine: Engine<World>): Pick<Handlers, 'getClock' | 'steerClock'> {
  const { accounts } = engine;
  return {
    getClock({ query }) {
      const account = query.account === undefined ? null : findAccount(accounts, query.account);
      return isProblem(account) ? { ...account, path: '?account' } : toReply(renderClock(engine, account));
    },
    steerClock({ body }) {
      const clock = steer(engine, body);
      return isProblem(clock) ? clock : toReply(clock);
    },
  };
}

/** Moves a clock, and tells the time it is now. */
export function steer<World>(engine: Engine<World>, order: ClockOrder): RenderedClock | Problem {
  const { mode, now, advance_ms: advanceMs } = order;
  const nowMs = now == null ? undefined : decodeDateTime(now);
  if (nowMs === null) {
    const message = `${JSON.stringify(now)} is no time; write it as 2026-01-12T08:00:00Z.`;
    return toProblem('invalid_body', message, '/now');
  }
  const steering = { mode: mode ?? undefined, now: nowMs, advanceMs: advanceMs ?? undefined };
  const named = order.account == null ? null : findAccount(engine.accounts, order.account);
  if (isProblem(named)) return { ...named, path: '/account' };
  try {
    // Before the account is opened: what is refused must leave nothing behind.
    engine.clocks.expectMove(named, steering);
  } catch (error) {
    if (error instanceof UsageError)
      return toProblem('invalid_body', error.message, advanceMs == null ? '/now' : '/advance_ms');
    throw error;
  }
  const account = order.account == null ? null : claimAccount(engine.accounts, order.account, '/account');
  if (isProblem(account)) return account;
  engine.clocks.steer(account, steering);
  return renderClock(engine, account);
}
