/** Calls back once after so many milliseconds of real time, unless the returned function is called before. */
export type Timer = (ms: number, callback: () => void) => () => void;

/** The timer of the platform; it keeps no process alive. */
export const realTimer: Timer = (ms, callback) => {
  const id: unknown = setTimeout(callback, ms);
  // In browsers a timer is a number.
  if (typeof id === 'object' && id !== null && 'unref' in id) (id as { unref(): void }).unref();
  return () => clearTimeout(id as number);
};
