import { createUserlistEngine, type UserlistEngine } from '@understudy/mock-server';
import { PUSH_HEADERS } from './push-headers.ts';

/** What the process that measures memory is told to do; needs Node's `--expose-gc`. */
export type MemoryOrder =
  | {
      readonly kind: 'soak';
      readonly requests: number;
      readonly accounts: number;
      readonly settleAfter: number;
    }
  | { readonly kind: 'users' | 'map'; readonly users: number };

/** Bytes of heap in use: after the first requests and after all, or beside what there was before. */
export type MemoryReport = { readonly before: number; readonly after: number };

const USERS_PER_ACCOUNT = 10;
const JOURNAL_EXCHANGES = 10_000;

const order = JSON.parse(process.argv[2] ?? '{}') as MemoryOrder;
process.stdout.write(`${JSON.stringify(measure(order))}\n`);

function measure(task: MemoryOrder): MemoryReport {
  if (task.kind === 'soak') return soak(task);
  const before = heapBytes();
  const kept = task.kind === 'map' ? fillMap(task.users) : fillEngine(task.users);
  const after = heapBytes();
  if (kept() !== task.users) throw new Error('Not every user was kept.');
  return { before, after };
}

/** Fixed users of many accounts, pushed again and again with something that changes. */
function soak({ requests, accounts, settleAfter }: Extract<MemoryOrder, { kind: 'soak' }>): MemoryReport {
  const engine = createUserlistEngine({
    rateLimit: 'off',
    journal: { mostExchanges: JOURNAL_EXCHANGES },
  });
  let before = 0;
  for (let index = 0; index < requests; index += 1) {
    const user = Math.floor(index / accounts) % USERS_PER_ACCOUNT;
    push(engine, `account-${index % accounts}`, toUser(user, index));
    if (index + 1 === settleAfter) before = heapBytes();
  }
  const after = heapBytes();
  // An engine that nobody needs any more would have been collected.
  if (engine.accounts.list().length !== accounts) fail();
  return { before, after };
}

function fillEngine(users: number): () => number {
  const engine = createUserlistEngine({ rateLimit: 'off', journal: { mostExchanges: 100 } });
  for (let index = 0; index < users; index += 1) push(engine, 'one-account', toUser(index, index));
  return () => engine.service.counts(engine.accounts.list()[0]?.world ?? fail()).users ?? 0;
}

/** The same users, parsed from the same bytes, as a program would keep them that does nothing else. */
function fillMap(users: number): () => number {
  const map = new Map<string, unknown>();
  for (let index = 0; index < users; index += 1) {
    const user = JSON.parse(new TextDecoder().decode(toUser(index, index))) as { identifier: string };
    map.set(user.identifier, user);
  }
  return () => map.size;
}

function toUser(user: number, round: number): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify({
      identifier: `user-${user}`,
      email: `user-${user}@example.com`,
      properties: { plan: 'pro', seats: round % 100, city: 'Berlin' },
    }),
  );
}

function push(engine: UserlistEngine, pushKey: string, bytes: Uint8Array): void {
  const headers = { ...PUSH_HEADERS, authorization: `Push ${pushKey}` };
  const outcome = engine.answer({
    method: 'POST',
    target: '/users',
    host: 'localhost',
    headers,
    rawHeaders: Object.entries(headers).flat(),
    bytes,
    size: bytes.byteLength,
    complete: true,
    receivedAt: engine.clock.now(),
    door: 'bench',
  });
  if (outcome.kind !== 'answer' || outcome.answer.status !== 202) fail();
  else engine.settle(outcome, 'full', 0);
}

function heapBytes(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (collect === undefined) throw new Error('Run this with --expose-gc.');
  // What a first collection only finds, a second one frees.
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

function fail(): never {
  throw new Error('A request was not accepted.');
}
