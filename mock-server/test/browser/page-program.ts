/** What runs inside the page: an application that knows only the vendor's hosts, and a stand-in behind them. */
import { setupWorker } from 'msw/browser';
import { createUserlistGuard, userlistHandlers } from '../../src/fronts/msw.ts';
import { createUserlistEngine, type FaultDefinition } from '../../src/index.ts';

export type Order = {
  readonly url: string;
  readonly key?: string;
  readonly method?: string;
  readonly body?: string;
};

export type Seen =
  | {
      readonly status: number;
      readonly reason: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly failed: string; readonly status: number | null };

const engine = createUserlistEngine();
const guard = createUserlistGuard();
const worker = setupWorker();
const reported: string[] = [];
addEventListener('error', ({ message }) => reported.push(message));

/** As an application would send, which sees of an answer what the browser shows it. */
async function send(order: Order, signal: AbortSignal | null = null): Promise<Seen> {
  const { url, key = 'k', method = 'POST', body = '{"identifier":"ann"}' } = order;
  const headers = { authorization: `Push ${key}`, 'content-type': 'application/json' };
  let status: number | null = null;
  try {
    const response = await fetch(url, { method, headers, body, signal });
    status = response.status;
    return {
      status,
      reason: response.statusText,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  } catch (error) {
    return { failed: error instanceof Error ? error.name : String(error), status };
  }
}

const untilJournaled = (): Promise<void> =>
  new Promise((resolve) => engine.journal.subscribe(() => resolve()));

const program = {
  async start(): Promise<void> {
    await worker.start({ ...guard, quiet: true });
  },
  /** Begins a test, with handlers or with none at all. */
  begin(delays: 'real' | 'skip' | null): void {
    engine.reset(['state', 'journal', 'faults', 'limits']);
    worker.resetHandlers();
    if (delays !== null) worker.use(...userlistHandlers(engine, { delays }));
  },
  send,
  /** Sends it twice, the second when the first has arrived, and says which was answered first. */
  async race(order: Order): Promise<string[]> {
    const answered: string[] = [];
    const arrived = untilJournaled();
    const first = send(order).then(() => answered.push('first'));
    await arrived;
    await Promise.all([first, send(order).then(() => answered.push('second'))]);
    return answered;
  },
  /** Sends something that is held, and gives up when that has arrived. */
  async abandon(order: Order): Promise<Seen> {
    const patience = new AbortController();
    const arrived = untilJournaled();
    const seen = send(order, patience.signal);
    await arrived;
    patience.abort();
    return seen;
  },
  /** Takes the pieces of an answer one by one. */
  async pieces({ url }: Order): Promise<string[]> {
    const response = await fetch(url, { method: 'POST', headers: { authorization: 'Push k' } });
    const pieces: string[] = [];
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read())
      pieces.push(next.value);
    return pieces;
  },
  arm(definition: FaultDefinition): void {
    engine.faults.arm(definition);
  },
  journal: () =>
    [...engine.journal.entries()].map(({ door, host, method, target, status, delivered, size, crashed }) => ({
      door,
      host,
      method,
      target,
      status,
      delivered,
      size,
      crashed,
    })),
  users: (key: string): unknown => {
    const account = engine.accounts.named(key);
    const query = { identifier: null, email: null, name: null, after: null, limit: 100 };
    return account === null ? null : engine.service.view(account.world, 'users', query)?.items;
  },
  /** What the guard has to say, and what the page was told of as uncaught. */
  stopped(): { readonly said: string | null; readonly reported: readonly string[] } {
    try {
      guard.expectNoneStopped();
      return { said: null, reported: reported.splice(0) };
    } catch (error) {
      return { said: error instanceof Error ? error.message : String(error), reported: reported.splice(0) };
    }
  },
};

export type PageProgram = typeof program;

Object.assign(globalThis, { program });
