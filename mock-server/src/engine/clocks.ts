import type { Account, Accounts } from './account.ts';
import { type Clock, expectForward, expectTime, type SteeredClock } from './clock.ts';
import type { TimelineStep, Timelines } from './faults/timelines.ts';
import type { Timer } from './timer.ts';

/** How a clock is to be moved; what is absent stays. The mode is changed first, then the time. */
export type Steering = {
  readonly mode?: 'system' | 'frozen' | undefined;
  /** Epoch milliseconds. */
  readonly now?: number | undefined;
  /** Milliseconds forward, or to where the next request passes the rate limit. */
  readonly advanceMs?: number | 'next-window' | undefined;
};

/** The time of each account, and what happens when it passes; null stands for all accounts without a time of their own. */
export type Clocks<World> = {
  /** Epoch milliseconds. */
  nowOf(account: Account<World> | null): number;
  of(account: Account<World> | null): SteeredClock;
  /**
   * Moves a clock; an account that had none of its own gets one that begins where the engine's stands. Throws a
   * UsageError, and moves nothing, where it would leave the years 0 to 9999.
   */
  steer(account: Account<World> | null, steering: Steering): void;
  /** Throws a UsageError where `steer` would; moves nothing. */
  expectMove(account: Account<World> | null, steering: Steering): void;
  /** Puts clocks back to the source's time; an account goes by the engine's again. Undefined means all. */
  reset(account?: Account<World>): void;
  /** Begins a timeline now. Throws a UsageError when there is no room for its faults. */
  begin(account: Account<World> | null, steps: readonly TimelineStep[]): void;
  /** Ends the timeline of an account's handle, null everybody's, undefined all of them. */
  end(account?: string | null): void;
  /** Does what the timelines of an account, and everybody's, have for this moment. */
  catchUp(account: Account<World> | null): void;
  /** Does what all timelines have for this moment; to be called when a clock was moved. */
  catchUpAll(): void;
};

type ClocksOptions<World> = {
  /** What every clock runs with. */
  readonly source: Clock;
  readonly clock: SteeredClock;
  readonly accounts: Accounts<World>;
  readonly timelines: Timelines;
  readonly timer: Timer;
};

/** Longer timers overflow. */
const LONGEST_TIMER_MS = 2_000_000_000;
/** A clock that stands still although it is not frozen is not asked more often than this. */
const PATIENCE_MS = 100;

export function createClocks<World>(options: ClocksOptions<World>): Clocks<World> {
  const { source, clock, accounts, timelines, timer } = options;
  let cancel: (() => void) | null = null;
  /** What was left until the next step when the timer was set. */
  let leftMs = Number.POSITIVE_INFINITY;

  const of = (account: Account<World> | null): SteeredClock => account?.clock ?? clock;
  const nowOf = (account: Account<World> | null): number => of(account).now();
  const clockOf = (handle: string | null): SteeredClock =>
    of(handle === null ? null : accounts.named(handle));

  /** Milliseconds until the next step on a clock that runs; infinite where there is none. */
  const untilNextStep = (): number =>
    timelines.owners().reduce((soonest, handle) => {
      const [next, time] = [timelines.nextAt(handle), clockOf(handle)];
      return next === null || time.mode === 'frozen' ? soonest : Math.min(soonest, next - time.now());
    }, Number.POSITIVE_INFINITY);

  /** A request that is held waits for a step that no other request brings about. */
  const wakeForNext = (leastMs: number): void => {
    cancel?.();
    cancel = null;
    leftMs = untilNextStep();
    if (leftMs !== Number.POSITIVE_INFINITY)
      cancel = timer(Math.min(Math.max(Math.ceil(leftMs), leastMs), LONGEST_TIMER_MS), wake);
  };

  const catchUpAll = (): void => {
    for (const handle of timelines.owners()) timelines.advance(handle, clockOf(handle).now());
    wakeForNext(1);
  };

  const wake = (): void => {
    const ms = untilNextStep();
    if (ms <= 0) catchUpAll();
    else wakeForNext(ms < leftMs ? 1 : PATIENCE_MS);
  };

  /** How long from a moment on until the next request passes, at most over all that go by this clock. */
  const untilNextWindow = (account: Account<World> | null, now: number): number => {
    const followers = account === null ? accounts.list().filter((each) => each.clock === null) : [account];
    const waits = followers.map(({ limiter }) => {
      const { used, limit, resetsAt } = limiter.state(now);
      return limit === null || resetsAt === null || used < limit ? 0 : resetsAt - now;
    });
    return waits.reduce((longest, wait) => Math.max(longest, wait), 0);
  };

  const toMove = (
    account: Account<World> | null,
    { mode, now, advanceMs = 0 }: Steering,
  ): Pick<Steering, 'mode' | 'now'> => {
    const from = now ?? (mode === 'system' ? source.now() : nowOf(account));
    const ms = advanceMs === 'next-window' ? untilNextWindow(account, from) : advanceMs;
    expectForward(ms);
    expectTime(from + ms);
    return { mode, now: now === undefined && ms === 0 ? undefined : from + ms };
  };

  return {
    nowOf,
    of,
    steer(account, steering) {
      const move = toMove(account, steering);
      if (account !== null) account.clock ??= clock.branch();
      of(account).move(move);
    },
    expectMove: (account, steering) => void toMove(account, steering),
    reset(account) {
      for (const each of account === undefined ? accounts.list() : [account]) each.clock = null;
      if (account === undefined) clock.follow();
      else catchUpAll();
    },
    begin(account, steps) {
      timelines.begin(account?.handle ?? null, steps, nowOf(account));
      catchUpAll();
    },
    end(account) {
      timelines.end(account);
      wakeForNext(1);
    },
    catchUp(account) {
      timelines.advance(null, clock.now());
      if (account !== null) timelines.advance(account.handle, nowOf(account));
    },
    catchUpAll,
  };
}
