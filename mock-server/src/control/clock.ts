import type { components } from '@understudy/openapi/control/types';
import type { Account } from '../engine/account.ts';
import type { Engine } from '../engine/engine.ts';
import { claimAccount, findAccount } from './find-account.ts';
import type { Handlers } from './handler.ts';
import { isProblem, toProblem, toReply } from './problem.ts';
import { renderTime } from './render-time.ts';

/** The time of an account, or that of all who have none of their own. */
export function renderClock<World>(
  { clocks }: Engine<World>,
  account: Account<World> | null,
): components['schemas']['Clock'] {
  const clock = clocks.of(account);
  return {
    now: renderTime(clock.now()),
    mode: clock.mode,
    account: account?.handle ?? null,
    own: account === null || account.clock !== null,
  };
}

const DATE_TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** Tells and steers the time. */
export function createClockHandlers<World>(engine: Engine<World>): Pick<Handlers, 'getClock' | 'steerClock'> {
  const { accounts, clocks } = engine;
  return {
    getClock({ query }) {
      const account = query.account === undefined ? null : findAccount(accounts, query.account);
      return isProblem(account) ? { ...account, path: '?account' } : toReply(renderClock(engine, account));
    },
    steerClock({ body }) {
      const { mode, now, advance_ms: advanceMs } = body;
      const nowMs = now == null ? undefined : DATE_TIME.test(now) ? Date.parse(now) : Number.NaN;
      if (Number.isNaN(nowMs)) {
        const message = `${JSON.stringify(now)} is no time; write it as 2026-01-12T08:00:00Z.`;
        return toProblem('invalid_body', message, '/now');
      }
      const account = body.account == null ? null : claimAccount(accounts, body.account, '/account');
      if (isProblem(account)) return account;
      clocks.steer(account, { mode: mode ?? undefined, now: nowMs, advanceMs: advanceMs ?? undefined });
      return toReply(renderClock(engine, account));
    },
  };
}
