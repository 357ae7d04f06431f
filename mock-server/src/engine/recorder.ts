import { createCommits } from './commits.ts';
import type { Outcome, SettledOutcome } from './outcome.ts';
import type { LogEntry, Store } from './store.ts';
import { UsageError } from './usage-error.ts';

/** Has everything written to a store before it happens. */
export type Recorder = {
  /** Writes an entry at the end of this turn; `finish` then has it happen, or is told what kept it from being written. */
  later(entry: LogEntry, finish: (failure: string | null) => SettledOutcome): Outcome;
  /** Writes entries now, behind those that wait, all or none. Throws a UsageError when the disk does not take them. */
  write(entries: readonly LogEntry[]): void;
  /** Writes now what waits, and has it happen. */
  flush(): void;
};

/** `defer` calls back at the end of the turn. */
export function createRecorder(store: Store, defer: (callback: () => void) => void): Recorder {
  const commits = createCommits<LogEntry>(store.append, defer);

  return {
    later(entry, finish) {
      const outcome = new Promise<SettledOutcome>((resolve, reject) => {
        const done = (failure: string | null): void => {
          try {
            resolve(finish(failure));
          } catch (error) {
            // Those who were written with it must not be kept waiting.
            reject(error);
          }
        };
        commits.add({ entry, done });
      });
      return { kind: 'later', outcome };
    },
    write(entries) {
      commits.flush();
      try {
        store.append(entries);
      } catch (error) {
        const cause = error instanceof Error ? error.message : String(error);
        throw new UsageError(
          `This could not be written to disk, so nothing was changed: ${cause}. Do it again when there is room.`,
        );
      }
    },
    flush: commits.flush,
  };
}
