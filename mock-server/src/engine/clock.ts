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

/** Whether time runs with the clock it comes from, or stands still. */
export type ClockMode = 'system' | 'frozen';

/** The time of an engine or of one account: runs with a source, shifted where it was moved, or stands still. */
export type SteeredClock = Clock & {
  readonly mode: ClockMode;
  /** Stands still from here on. */
  freeze(): void;
  /** Shows the source's own time again, and runs with it. */
  follow(): void;
  /** Jumps to an epoch millisecond; a running clock runs on from there. */
  set(ms: number): void;
  /** Moves forward by so many milliseconds; a running clock runs on from there. */
  advance(ms: number): void;
  /** Another clock of the same source that begins where this one stands. */
  branch(): SteeredClock;
};

/** Makes a clock that runs with the system, fake timers included: it asks for the time anew every time. */
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

/** Makes a clock that runs with a source until it is told otherwise. */
export function createSteeredClock(source: Clock): SteeredClock {
  return steer(source, null, 0);
}

function steer(source: Clock, startFrozenAt: number | null, startShift: number): SteeredClock {
  let frozenAt = startFrozenAt;
  let shift = startShift;
  const now = (): number => (frozenAt === null ? source.now() + shift : frozenAt);
  const set = (ms: number): void => {
    if (frozenAt === null) shift = ms - source.now();
    else frozenAt = ms;
  };

  return {
    now,
    get mode() {
      return frozenAt === null ? 'system' : 'frozen';
    },
    freeze() {
      frozenAt = now();
    },
    follow() {
      frozenAt = null;
      shift = 0;
    },
    set,
    advance(ms) {
      set(now() + ms);
    },
    branch: () => steer(source, frozenAt, shift),
  };
}
