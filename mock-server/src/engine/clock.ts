import { UsageError } from './usage-error.ts';

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

/** How a clock is to be moved, all at once; what is absent stays. */
export type ClockMove = {
  readonly mode?: ClockMode | undefined;
  /** Epoch milliseconds. */
  readonly now?: number | undefined;
};

/**
 * The time of an engine or of one account: runs with a source, shifted where it was moved, or stands still. Whatever
 * moves it throws a UsageError on a time outside of the years 0 to 9999.
 */
export type SteeredClock = Clock & {
  readonly mode: ClockMode;
  /** Whether it shows another time than its source. */
  readonly isMoved: boolean;
  /** Stands still from here on. */
  freeze(): void;
  /** Shows the source's own time again, and runs with it. */
  follow(): void;
  /** Jumps to an epoch millisecond; a running clock runs on from there. */
  set(ms: number): void;
  /** Moves forward by so many milliseconds; a running clock runs on from there. Throws a UsageError on less than 0. */
  advance(ms: number): void;
  /** Changes the mode and then the time, as one step. */
  move(move: ClockMove): void;
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
      expectForward(ms);
      now += ms;
    },
    set: (ms) => {
      now = ms;
    },
  };
}

/** Makes a clock that runs with a source until it is told otherwise; calls back after every move. */
export function createSteeredClock(source: Clock, moved: () => void = () => undefined): SteeredClock {
  return steer(source, moved, null, 0);
}

function steer(
  source: Clock,
  moved: () => void,
  startFrozenAt: number | null,
  startShift: number,
): SteeredClock {
  let frozenAt = startFrozenAt;
  let shift = startShift;
  // A time beyond the last year could not be written down.
  const now = (): number => (frozenAt === null ? Math.min(source.now() + shift, LAST_MS) : frozenAt);
  const move = ({ mode, now: ms }: ClockMove): void => {
    if (ms !== undefined) expectTime(ms);
    if (mode === 'frozen') frozenAt = now();
    if (mode === 'system') [frozenAt, shift] = [null, 0];
    if (ms !== undefined && frozenAt === null) shift = ms - source.now();
    else if (ms !== undefined) frozenAt = ms;
    moved();
  };

  return {
    now,
    get isMoved() {
      return frozenAt !== null || shift !== 0;
    },
    get mode() {
      return frozenAt === null ? 'system' : 'frozen';
    },
    freeze: () => move({ mode: 'frozen' }),
    follow: () => move({ mode: 'system' }),
    set: (ms) => move({ now: ms }),
    advance(ms) {
      expectForward(ms);
      move({ now: now() + ms });
    },
    move,
    branch: () => steer(source, moved, frozenAt, shift),
  };
}

const FIRST_MS = Date.UTC(-1, 12);
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Throws a UsageError on what cannot be written as RFC 3339; a NaN would fail every comparison. */
export function expectTime(ms: number): void {
  if (!(ms >= FIRST_MS && ms <= LAST_MS))
    throw new UsageError('A clock shows the years 0 to 9999; give a time among them.');
}

/** Throws a UsageError on a way back. */
export function expectForward(ms: number): void {
  if (!(ms >= 0)) throw new UsageError('A clock advances by 0 or more milliseconds; set it to go back.');
}
