import type { FaultDefinition } from './fault.ts';
import type { FaultBook } from './fault-book.ts';

/** One step of a timeline, so many milliseconds after it was begun. */
export type TimelineStep =
  | { readonly atMs: number; readonly arm: FaultDefinition }
  | { readonly atMs: number; readonly clear: string | null };

/** Arms and clears faults at times of an account's clock. */
export type Timelines = {
  /** Begins a timeline at an epoch millisecond, in the place of the one there was; null is everybody's. */
  begin(account: string | null, steps: readonly TimelineStep[], now: number): void;
  /** Does the steps of a timeline whose time has come. */
  advance(account: string | null, now: number): void;
  /** Ends an account's, or all of them when undefined. */
  end(account?: string): void;
  /** The epoch millisecond of a timeline's next step; null when none is left. */
  nextAt(account: string | null): number | null;
  /** Of whom there are some with steps left. */
  owners(): (string | null)[];
  readonly size: number;
};

type Running = { readonly beganAt: number; readonly steps: readonly TimelineStep[]; done: number };

export function createTimelines(faults: FaultBook): Timelines {
  const running = new Map<string | null, Running>();

  return {
    begin(account, steps, now) {
      const sorted = steps.toSorted((one, other) => one.atMs - other.atMs);
      running.set(account, { beganAt: now, steps: sorted, done: 0 });
    },
    advance(account, now) {
      const timeline = running.get(account);
      if (timeline === undefined) return;
      for (;;) {
        const step = timeline.steps[timeline.done];
        if (step === undefined) break;
        if (timeline.beganAt + step.atMs > now) return;
        timeline.done += 1;
        if ('arm' in step) faults.arm({ ...step.arm, account });
        else faults.clear({ name: step.clear ?? undefined, account: account ?? '' });
      }
      running.delete(account);
    },
    end(account) {
      if (account === undefined) running.clear();
      else running.delete(account);
    },
    nextAt(account) {
      const timeline = running.get(account);
      const step = timeline?.steps[timeline.done];
      return timeline === undefined || step === undefined ? null : timeline.beganAt + step.atMs;
    },
    owners: () => [...running.keys()],
    get size() {
      return running.size;
    },
  };
}
