export type LanesOptions = {
  /** How many tasks run at once. */
  readonly concurrency: number;
  /** There is no more room when so many tasks wait or run … */
  readonly mostTasks: number;
  /** … or so many bytes of them. */
  readonly mostBytes: number;
};

/** Runs tasks in lanes: one after the other within a lane, side by side across lanes. */
export type Lanes = {
  /** Adds a task, which should not reject, behind the others of its lane. */
  add(lane: string, bytes: number, task: () => Promise<void>): void;
  /** Resolves when there is room for another task; rejects with what a task has thrown. */
  room(): Promise<void>;
  /** Resolves when all tasks are done; rejects with what a task has thrown. */
  idle(): Promise<void>;
};

type Task = { readonly bytes: number; readonly run: () => Promise<void> };

export function createLanes({ concurrency, mostTasks, mostBytes }: LanesOptions): Lanes {
  /** The tasks of every lane, the running one first; a lane without any is forgotten. */
  const lanes = new Map<string, Task[]>();
  /** Lanes that have tasks and none running; who has just run goes last. */
  const ready = new Set<string>();
  const crashes: unknown[] = [];
  let running = 0;
  let tasks = 0;
  let bytes = 0;
  let waiters: (() => void)[] = [];

  const run = async (lane: string, queue: Task[], task: Task): Promise<void> => {
    running += 1;
    try {
      await task.run();
    } catch (error) {
      crashes.push(error);
    }
    running -= 1;
    tasks -= 1;
    bytes -= task.bytes;
    queue.shift();
    if (queue.length > 0) ready.add(lane);
    else lanes.delete(lane);
    runMore();
    const woken = waiters;
    waiters = [];
    for (const wake of woken) wake();
  };

  const runMore = (): void => {
    for (const lane of ready) {
      if (running >= concurrency) return;
      ready.delete(lane);
      const queue = lanes.get(lane);
      const task = queue?.[0];
      if (queue !== undefined && task !== undefined) void run(lane, queue, task);
    }
  };

  const until = async (isSo: () => boolean): Promise<void> => {
    while (crashes.length === 0 && !isSo()) await new Promise<void>((resolve) => waiters.push(resolve));
    if (crashes.length > 0) throw crashes[0];
  };

  return {
    add(lane, size, task) {
      tasks += 1;
      bytes += size;
      const queue = lanes.get(lane);
      if (queue === undefined) {
        lanes.set(lane, [{ bytes: size, run: task }]);
        ready.add(lane);
      } else {
        queue.push({ bytes: size, run: task });
      }
      runMore();
    },
    room: () => until(() => tasks < mostTasks && bytes < mostBytes),
    idle: () => until(() => tasks === 0),
  };
}
