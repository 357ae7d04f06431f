import {
  createManualClock,
  createUserlistEngine,
  type ManualClock,
  type UserlistEngine,
  type UserlistEngineOptions,
} from '../../src/index.ts';
import { type OpenStore, openStore, type StoreOptions } from '../../src/store/open-store.ts';
import { START, toBytes } from '../stand-in.ts';

/** An engine that keeps what it accepts in a file. */
export type KeptEngine = {
  readonly engine: UserlistEngine;
  readonly clock: ManualClock;
  /** Sends a request as `key`, and resolves with its status. */
  send(method: string, path: string, body?: unknown, key?: string): Promise<number>;
  post(path: string, body?: unknown, key?: string): Promise<number>;
  close(): void;
};

/** Opens a file and gives an engine what it holds; without a rate limit unless the options have one. */
export function openKept(
  path: string,
  options: UserlistEngineOptions & StoreOptions & { readonly startMs?: number } = {},
): KeptEngine {
  const opened = openStore(path, options);
  try {
    return keep(opened, options);
  } catch (error) {
    opened.close();
    throw error;
  }
}

function keep(opened: OpenStore, options: UserlistEngineOptions & { readonly startMs?: number }): KeptEngine {
  const clock = createManualClock(options.startMs ?? START);
  const engine = createUserlistEngine({ clock, rateLimit: 'off', ...options, store: opened.store });
  opened.restore(engine);
  const send = async (method: string, path: string, body?: unknown, key = 'dev'): Promise<number> => {
    const response = await engine.handle(
      new Request(`http://localhost${path}`, {
        method,
        headers: { Authorization: `Push ${key}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: new Uint8Array(toBytes(body)) }),
      }),
    );
    return response.status;
  };
  return {
    engine,
    clock,
    send,
    post: (path, body, key) => send('POST', path, body, key),
    close: () => opened.close(),
  };
}
