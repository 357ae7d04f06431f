import { fileURLToPath } from 'node:url';
import type { Children } from './children.ts';
import type { MemoryOrder, MemoryReport } from './memory-worker.ts';
import type { MemoryResults } from './results.ts';

export type MemoryOptions = {
  /** Of the soak. */
  readonly requests: number;
  /** Of one account. */
  readonly users: number;
  readonly children: Children;
  readonly progress: (line: string) => void;
};

const WORKER = fileURLToPath(new URL('./memory-worker.ts', import.meta.url));
const ACCOUNTS = 1000;
/** After that share of the soak everything that is bounded has filled up. */
const SETTLED = 0.3;

/** What the engine keeps after very many requests, and what very many users weigh; each in a process of its own. */
export async function measureMemory(options: MemoryOptions): Promise<MemoryResults> {
  const { requests, users, children, progress } = options;
  const run = async (order: MemoryOrder): Promise<MemoryReport> => {
    const child = children.spawn(['--expose-gc', WORKER, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: string[] = [];
    child.stdout?.setEncoding('utf8');
    for await (const chunk of child.stdout ?? []) chunks.push(String(chunk));
    return JSON.parse(chunks.join('')) as MemoryReport;
  };
  progress(`memory: ${requests} requests over ${ACCOUNTS} accounts`);
  const soak = await run({ kind: 'soak', requests, accounts: ACCOUNTS, settleAfter: requests * SETTLED });
  progress(`memory: ${users} users in one account`);
  const engine = await run({ kind: 'users', users });
  const map = await run({ kind: 'map', users });
  return {
    soak: { requests, settledBytes: soak.before, endBytes: soak.after },
    users: { users, engineBytes: engine.after - engine.before, mapBytes: map.after - map.before },
  };
}
