import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Children } from './children.ts';
import type { LoadOrder, LoadReport } from './load-order.ts';
import type { Sample } from './results.ts';

/** Makes load from a process of its own, so that its work is not counted as a server's. */
export type Load = {
  measure(order: LoadOrder): Promise<Sample>;
  end(): Promise<void>;
};

const WORKER = fileURLToPath(new URL('./load-worker.ts', import.meta.url));
/** On top of the time that the load itself takes. */
const PATIENCE_MS = 60_000;

export function createLoad(children: Children): Load {
  const worker = children.spawn([WORKER], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    async measure(order) {
      worker.send(order);
      const report = await nextReport(worker, (order.warmUpSeconds + order.seconds) * 1000 + PATIENCE_MS);
      if ('problem' in report) throw new Error(report.problem);
      return report.sample;
    },
    end: () => children.end(worker),
  };
}

async function nextReport(worker: ChildProcess, patienceMs: number): Promise<LoadReport> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(patienceMs)]);
  const ended = once(worker, 'exit', { signal }).then((): never => {
    throw new Error('The process that makes the load has ended.');
  });
  try {
    const [report] = await Promise.race([once(worker, 'message', { signal }), ended]);
    return report;
  } finally {
    ended.catch(() => {});
    over.abort();
  }
}
