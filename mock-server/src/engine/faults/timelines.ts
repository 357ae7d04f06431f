import { UsageError } from '../usage-error.ts';
import { checkDefinition } from './check-definition.ts';
import type { Fault, FaultDefinition } from './fault.ts';
import type { FaultBook } from './fault-book.ts';
import { placesOf } from './shelf.ts';

/** One step of a timeline, so many milliseconds after it was begun. */
export type TimelineStep =
  /** Cleared again after `forMs`, unless another has taken its place; null leaves it armed. */
  | { readonly atMs: number; readonly arm: FaultDefinition; readonly forMs: number | null }
  /** By name; null clears all of the account. */
  | { readonly atMs: number; readonly clear: string | null };

/** Arms and clears faults at times of an account's clock. */
export type Timelines = {
  /**
   * Begins a timeline at an epoch millisecond, in the place of the one there was; null is everybody's. Throws a
   * UsageError when there is no room for its faults, or on one that cannot be meant.
   */
  begin(account: string | null, steps: readonly TimelineStep[], now: number): void;
  /** Does the steps of a timeline whose time has come, in order. */
  advance(account: string | null, now: number): void;
  /** Ends an account's, null everybody's, undefined all of them. What they armed stays armed. */
  end(account?: string | null): void;
  /** The epoch millisecond of a timeline's next step; null when none is left. */
  nextAt(account: string | null): number | null;
  /** Of whom there are some with steps left. */
  owners(): (string | null)[];
  readonly size: number;
};

/** A step as it is done; what `end` names is the step that armed what is to be cleared. */
type Deed = { readonly at: number; readonly places: number } & (
  | { readonly arm: FaultDefinition }
  | { readonly clear: string | null }
  | { readonly end: FaultDefinition }
);

type Running = {
  readonly deeds: readonly Deed[];
  done: number;
  /** What was armed by which step. */
  readonly armed: Map<FaultDefinition, Fault>;
};

export function createTimelines(faults: FaultBook): Timelines {
  const running = new Map<string | null, Running>();

  const end = (account: string | null): void => {
    const timeline = running.get(account);
    running.delete(account);
    if (timeline !== undefined) faults.reserve(-placesOfAll(timeline.deeds.slice(timeline.done)));
  };

  const perform = (account: string | null, deed: Deed, armed: Running['armed']): void => {
    faults.reserve(-deed.places);
    if ('arm' in deed) {
      armed.set(deed.arm, faults.arm({ ...deed.arm, account }));
    } else if ('clear' in deed) {
      faults.clear({ name: deed.clear ?? undefined, account });
    } else {
      const fault = armed.get(deed.end);
      if (fault !== undefined) faults.discard(fault);
    }
  };

  return {
    begin(account, steps, now) {
      const deeds = toDeeds(steps, now);
      const before = running.get(account);
      // Room is kept from the start: a request that finds none when a step is due could not be answered.
      faults.reserve(placesOfAll(deeds) - placesOfAll(before?.deeds.slice(before.done) ?? []));
      running.set(account, { deeds, done: 0, armed: new Map() });
    },
    advance(account, now) {
      const timeline = running.get(account);
      if (timeline === undefined) return;
      for (;;) {
        const deed = timeline.deeds[timeline.done];
        if (deed === undefined) break;
        if (deed.at > now) return;
        timeline.done += 1;
        perform(account, deed, timeline.armed);
      }
      running.delete(account);
    },
    end(account) {
      for (const each of account === undefined ? [...running.keys()] : [account]) end(each);
    },
    nextAt(account) {
      const timeline = running.get(account);
      return timeline?.deeds[timeline.done]?.at ?? null;
    },
    owners: () => [...running.keys()],
    get size() {
      return running.size;
    },
  };
}

/** In the order of their times, else as they were written. */
function toDeeds(steps: readonly TimelineStep[], now: number): Deed[] {
  const deeds: Deed[] = [];
  for (const [index, step] of steps.entries()) {
    const at = now + step.atMs;
    if ('clear' in step) {
      deeds.push({ at, places: 1, clear: step.clear });
      continue;
    }
    const problem = checkDefinition(step.arm, `/${index}/arm`);
    if (problem !== null) throw new UsageError(`${problem.path}: ${problem.message}`);
    // A step of its own, so that two steps may arm the same definition.
    const arm = { ...step.arm };
    deeds.push({ at, places: placesOf(arm), arm });
    if (step.forMs !== null) deeds.push({ at: at + step.forMs, places: 1, end: arm });
  }
  return deeds.sort((one, other) => one.at - other.at);
}

function placesOfAll(deeds: readonly Deed[]): number {
  return deeds.reduce((sum, { places }) => sum + places, 0);
}
