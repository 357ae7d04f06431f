import { expect } from 'vitest';
import type { Collection, Replay } from './replay.ts';

const COLLECTIONS: readonly Collection[] = ['users', 'companies', 'relationships', 'events', 'messages'];

/** What the answer to a replay has to be. */
export function expectAnswer(
  { status, errors }: Replay,
  reply: { readonly status: number; readonly body: string },
): void {
  if (status === undefined) {
    expect(reply).toMatchObject({ status: 202, body: '' });
    return;
  }
  expect(reply.status).toBe(status);
  const envelope = JSON.parse(reply.body);
  expect(envelope).toMatchObject({ status, ...(errors === undefined ? {} : { errors }) });
}

/** What an account has to hold after a replay: all that is named, and nothing else. */
export function expectState(
  { leaves = {} }: Replay,
  list: (collection: Collection) => readonly object[],
): void {
  for (const collection of COLLECTIONS) {
    const expected = leaves[collection] ?? [];
    const held = list(collection);
    expect(held, collection).toHaveLength(expected.length);
    expect(held, collection).toMatchObject(expected);
  }
}
