import type { Account, Accounts } from './account.ts';
import type { SteeredClock } from './clock.ts';
import type { TimelineStep, Timelines } from './faults/timelines.ts';

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
  /** Moves a clock; an account that had none of its own gets one that begins where the engine's stands. */
  steer(account: Account<World> | null, steering: Steering): void;
  /** Puts clocks back to the source's time; an account goes by the engine's again. Undefined means all. */
  reset(account?: Account<World>): void;
  /** Begins a timeline now. */
  begin(account: Account<World> | null, steps: readonly TimelineStep[]): void;
  /** Does what the timelines of an account, and everybody's, have for this moment. */
  catchUp(account: Account<World> | null): void;
};

type ClocksOptions<World> = {
  readonly clock: SteeredClock;
  readonly accounts: Accounts<World>;
  readonly timelines: Timelines;
  readonly timer: (ms: number, callback: () => void) => () => void;
};

/** Longer timers overflow. */
const LONGEST_TIMER_MS = 2_000_000_000;

export function createClocks<World>({
  clock,
  accounts,
  timelines,
  timer,
}: ClocksOptions<World>): Clocks<World> {
  let cancel: (() => void) | null = null;

  const of = (account: Account<World> | null): SteeredClock => account?.clock ?? clock;
  const nowOf = (account: Account<World> | null): number => of(account).now();
  const ownerOf = (handle: string | null): Account<World> | null =>
    handle === null ? null : (accounts.named(handle) ?? null);

  /** A request that is held waits for a step that no other request brings about. */
  const wakeForNext = (): void => {
    cancel?.();
    cancel = null;
    let soonest = Number.POSITIVE_INFINITY;
    for (const handle of timelines.owners()) {
      const next = timelines.nextAt(handle);
      const time = of(ownerOf(handle));
      if (next !== null && time.mode === 'system') soonest = Math.min(soonest, next - time.now());
    }
    if (soonest === Number.POSITIVE_INFINITY) return;
    cancel = timer(Math.min(Math.max(soonest, 1), LONGEST_TIMER_MS), catchUpAll);
  };

  const catchUpAll = (): void => {
    for (const handle of timelines.owners()) timelines.advance(handle, nowOf(ownerOf(handle)));
    wakeForNext();
  };

  /** How long until the next request passes, at most over all that go by this clock. */
  const untilNextWindow = (account: Account<World> | null): number => {
    const followers = account === null ? accounts.list().filter((each) => each.clock === null) : [account];
    const now = nowOf(account);
    const waits = followers.map(({ limiter }) => {
      const { used, limit, resetsAt } = limiter.state(now);
      return limit === null || resetsAt === null || used < limit ? 0 : resetsAt - now;
    });
    return Math.max(0, ...waits);
  };

  return {
    nowOf,
    of,
    steer(account, { mode, now, advanceMs }) {
      const ms = advanceMs === 'next-window' ? untilNextWindow(account) : (advanceMs ?? 0);
      if (account !== null) account.clock ??= clock.branch();
      const steered = of(account);
      if (mode === 'frozen') steered.freeze();
      if (mode === 'system') steered.follow();
      if (now !== undefined) steered.set(now);
      if (ms !== 0) steered.advance(ms);
      catchUpAll();
    },
    reset(account) {
      if (account === undefined) clock.follow();
      for (const each of account === undefined ? accounts.list() : [account]) each.clock = null;
      catchUpAll();
    },
    begin(account, steps) {
      timelines.begin(account?.handle ?? null, steps, nowOf(account));
      catchUpAll();
    },
    catchUp(account) {
      timelines.advance(null, clock.now());
      if (account !== null) timelines.advance(account.handle, nowOf(account));
    },
  };
}
