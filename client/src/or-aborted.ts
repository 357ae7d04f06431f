/** What `work` comes to, or a rejection as soon as `signal` aborts, even if the work pays no heed to it. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const abortion = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, abortion]);
  } finally {
    // A signal may outlive thousands of calls.
    signal.removeEventListener('abort', stop);
  }
}
