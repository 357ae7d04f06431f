import type { Clock } from '@understudy/client';
import type { StopReason } from '../io.ts';

/** How a run ends before its input does. */
export type Ending = {
  /** Aborts when no more lines are to be read and no more messages begun. */
  readonly stopped: AbortSignal;
  /** Aborts when what is under way is to be cut. */
  readonly cut: AbortSignal;
  /** In words; null while nothing has ended the run. */
  readonly reason: string | null;
  /** What a person or the system asked with; null unless one did. */
  readonly interruption: StopReason | null;
  /** Ends everything at once; the first reason counts. */
  stop(reason: string): void;
  /** Lets what is under way finish briefly; asked a second time, ends everything at once. */
  interrupt(reason: StopReason): void;
  /** To be called when the run is over. */
  close(): void;
};

/** What a run that was interrupted ends with. */
export const EXIT_CODES: Readonly<Record<StopReason, number>> = {
  SIGINT: 130,
  SIGTERM: 143,
  SIGHUP: 129,
  orphaned: 143,
};

/** Enough for answers that are on their way, too short for a pause of the rate limit. */
const GRACE_MS = 1000;

export function createEnding(clock: Clock): Ending {
  const stopping = new AbortController();
  const cutting = new AbortController();
  const closing = new AbortController();
  let reason: string | null = null;
  let interruption: StopReason | null = null;

  const stop = (why: string): void => {
    reason ??= why;
    stopping.abort();
    cutting.abort();
  };

  return {
    stopped: stopping.signal,
    cut: cutting.signal,
    get reason() {
      return reason;
    },
    get interruption() {
      return interruption;
    },
    stop,
    interrupt(asked) {
      if (reason !== null) {
        stop(reason);
        return;
      }
      interruption = asked;
      reason = `Interrupted by ${asked === 'orphaned' ? 'the end of npm' : asked}.`;
      stopping.abort();
      clock.sleep(GRACE_MS, closing.signal).then(
        () => cutting.abort(),
        () => undefined,
      );
    },
    close: () => closing.abort(),
  };
}
