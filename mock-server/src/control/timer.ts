/** Calls back once after so many milliseconds of real time, unless the returned function is called before. */
export type Timer = (ms: number, callback: () => void) => () => void;

/** The timer of the platform. */
export const realTimer: Timer = (ms, callback) => {
  const id = setTimeout(callback, ms);
  return () => clearTimeout(id);
};
