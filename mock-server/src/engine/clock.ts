/** The time that everything in an engine reads. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
};

/** A clock that moves only when it is told to. */
export type ManualClock = Clock & {
  /** Moves forward by so many milliseconds. */
  advance(ms: number): void;
  /** Jumps to an epoch millisecond. */
  set(ms: number): void;
};

/** Makes a clock that runs with the system. */
export function createSystemClock(): Clock {
  return { now: () => Date.now() };
}

/** Makes a clock that stands still at an epoch millisecond until it is moved. */
export function createManualClock(startMs: number): ManualClock {
  let now = startMs;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (ms) => {
      now = ms;
    },
  };
}
