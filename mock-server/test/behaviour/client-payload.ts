import type { PushOptions } from '../stand-in.ts';

/** One payload of a client, and what it leaves. */
export type Row = {
  readonly what: string;
  readonly method?: 'POST' | 'DELETE';
  readonly path: string;
  readonly body: unknown;
  /** What the account then holds, as far as it matters. */
  readonly leaves: Readonly<Record<string, readonly unknown[]>>;
};

export type Client = { readonly headers: PushOptions['headers']; readonly rows: readonly Row[] };
