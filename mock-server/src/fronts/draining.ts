import { keepingTimer } from '../engine/timer.ts';

/** Waits until nothing is in flight. */
export type Draining = {
  readonly hasBegun: boolean;
  /** Resolves when all is quiet, or the milliseconds are over. */
  begin(graceMs: number): Promise<void>;
  /** Is told whenever it may have become quiet. */
  check(): void;
};

export function createDraining(isQuiet: () => boolean): Draining {
  let hasBegun = false;
  let end: (() => void) | null = null;

  return {
    get hasBegun() {
      return hasBegun;
    },
    begin(graceMs) {
      hasBegun = true;
      if (isQuiet()) return Promise.resolve();
      return new Promise((resolve) => {
        const done = (): void => {
          cancel();
          end = null;
          resolve();
        };
        const cancel = keepingTimer(graceMs, done);
        end = done;
      });
    },
    check() {
      if (end !== null && isQuiet()) end();
    },
  };
}
