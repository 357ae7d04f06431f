/** Calls back once after so many milliseconds of real time, unless the returned function is called before. */
export type Timer = (ms: number, callback: () => void) => () => void;

/** The timer of the platform; it keeps no process alive. */
export const realTimer: Timer = (ms, callback) => {
  const id: unknown = setTimeout(callback, ms);
  // In browsers a timer is a number.
  if (typeof id === 'object' && id !== null && 'unref' in id) (id as { unref(): void }).unref();
  return () => clearTimeout(id as number);
};

/** The same, but a process stays until it has called back: one that ended before could not say what it waited for. */
export const keepingTimer: Timer = (ms, callback) => {
  const id = setTimeout(callback, ms);
  return () => clearTimeout(id);
};

/** Taken once, so that fake timers, which a test puts in place later, keep no request waiting. */
const immediate: ((callback: () => void) => unknown) | undefined = globalThis.setImmediate;

/** Calls back at the end of this turn of the event loop, or a millisecond later where there is no such thing. */
export function afterThisTurn(callback: () => void): void {
  if (immediate === undefined) setTimeout(callback, 0);
  else immediate(callback);
}
