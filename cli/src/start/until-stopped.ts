import type { Io, StopReason } from '../io.ts';

export type Stopping = {
  /** Resolves when all is closed, or at once on a second signal. */
  readonly exitCode: Promise<number>;
  /** Stops listening for signals. */
  forget(): void;
};

/** npm sends on the Ctrl+C that the terminal has sent to us already. */
const ECHO_MS = 500;
const SECOND_SIGNAL: Readonly<Record<StopReason, number>> = {
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
  orphaned: 143,
};

/** Closes what runs on the first request to stop, with exit code 0, and gives up waiting on the second, with 128 + n. */
export function untilStopped(io: Pick<Io, 'onStop' | 'elapsed'>, close: () => Promise<void>): Stopping {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let firstAt: number | null = null;
  const forget = io.onStop((reason) => {
    if (firstAt === null) {
      firstAt = io.elapsed();
      close().then(() => resolve(0), reject);
    } else if (io.elapsed() - firstAt >= ECHO_MS) {
      resolve(SECOND_SIGNAL[reason]);
    }
  });
  const exitCode = promise.finally(forget);
  return { exitCode, forget };
}
