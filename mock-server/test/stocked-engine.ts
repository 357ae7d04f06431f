import { createManualClock, createUserlistEngine, type UserlistEngine } from '../src/index.ts';
import { answerNow } from './answer-now.ts';
import { toCall } from './doors.ts';
import { KEY } from './generated-requests.ts';
import { START, toBytes } from './stand-in.ts';

const COLLECTIONS = ['users', 'companies', 'relationships', 'events', 'messages'];
const EVERYTHING = { identifier: null, email: null, name: null, after: null, limit: 100_000 };

const STOCK: readonly (readonly [path: string, value: unknown])[] = [
  [
    '/users',
    {
      identifier: 'user-1',
      email: 'ada@example.com',
      properties: { a: { b: [1] } },
      company: 'company-1',
      preferences: [{ topic: 'x', subscribed: true }],
    },
  ],
  ['/users', { email: 'ben@example.com' }],
  ['/events', { name: 'x', user: 'user-1', company: 'company-1', properties: { c: 1 } }],
  ['/messages', { template: 'x', user: 'user-1' }],
];

/** An engine without a limit that holds a little of everything, so that there is something to spoil. */
export function createStockedEngine(): UserlistEngine {
  const engine = createUserlistEngine({ clock: createManualClock(START), rateLimit: 'off' });
  restock(engine);
  return engine;
}

/** Forgets what was stored and stores the same little of everything again. */
export function restock(engine: UserlistEngine): void {
  engine.reset(['state']);
  const headers = [['Authorization', `Push ${KEY}`] as const];
  for (const [target, value] of STOCK) {
    const call = toCall(engine, { method: 'POST', target, headers, body: toBytes(value) });
    if (answerNow(engine, call).exchange.status !== 202)
      throw new Error(`The stock was refused at ${target}.`);
  }
}

/** All that is stored under any key, as one text; an account that holds nothing is not told from none. */
export function showStored(engine: UserlistEngine): string {
  const stored = engine.accounts.list().flatMap(({ handle, world }) => {
    const items = COLLECTIONS.map((name) => engine.service.view(world, name, EVERYTHING)?.items ?? []);
    return items.some(({ length }) => length > 0) ? [[handle, items, engine.service.counts(world)]] : [];
  });
  return JSON.stringify(stored);
}
