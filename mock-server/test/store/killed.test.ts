import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from './folder.ts';
import { openKept } from './kept-engine.ts';
import { type Served, serve } from './served.ts';

const ROUNDS = 20;
const SENDERS = 12;
const KEY = 'a-push-key';
const HEADERS = { Authorization: `Push ${KEY}`, 'Content-Type': 'application/json' };

/** Everything of one collection, page by page, as the desk shows it. */
async function listAll({ url }: Served, collection: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let after = ''; ; ) {
    const page = await fetch(`${url}/_control/accounts/${KEY}/${collection}?limit=1000${after}`);
    const { items: some, next } = (await page.json()) as {
      items: Record<string, unknown>[];
      next: string | null;
    };
    items.push(...some);
    if (next === null) return items;
    after = `&after=${next}`;
  }
}

/** What is there of each request, by its number; each makes a user, a company, their relationship and an event. */
async function findParts(served: Served): Promise<Map<number, string[]>> {
  const parts = new Map<number, string[]>();
  const note = (name: unknown, part: string): void => {
    const place = Number(String(name).slice(2));
    parts.set(place, [...(parts.get(place) ?? []), part]);
  };
  for (const { identifier } of await listAll(served, 'users')) note(identifier, 'user');
  for (const { identifier } of await listAll(served, 'companies')) note(identifier, 'company');
  for (const { user } of await listAll(served, 'relationships')) note(user, 'relationship');
  for (const { user } of await listAll(served, 'events')) note(user, 'event');
  return parts;
}

describe(`A process that is killed ${ROUNDS} times while requests arrive`, { timeout: 180_000 }, () => {
  it('has kept every request that it answered 202, and none of them by half', async () => {
    const path = join(makeFolder(), 'a.db');
    const accepted = new Set<number>();
    let sent = 0;
    let lost = 0;

    const expectKept = async (served: Served): Promise<void> => {
      const parts = await findParts(served);
      expect([...accepted].filter((number) => !parts.has(number))).toEqual([]);
      for (const [number, found] of parts)
        expect([number, ...found]).toEqual([number, 'user', 'company', 'relationship', 'event']);
    };

    for (let round = 0; round < ROUNDS; round += 1) {
      const served = await serve(path);
      await expectKept(served);
      const goal = accepted.size + 5 + ((round * 37) % 60);
      let killed: Promise<void> | null = null;
      const send = async (): Promise<void> => {
        while (killed === null) {
          sent += 1;
          const number = sent;
          const relationships = [{ company: `c-${number}`, properties: { number } }];
          const response = await fetch(`${served.url}/events`, {
            method: 'POST',
            headers: HEADERS,
            body: JSON.stringify({ name: 'opened', user: { identifier: `u-${number}`, relationships } }),
          }).catch(() => null);
          if (response === null) {
            lost += 1;
            return;
          }
          expect(response.status).toBe(202);
          accepted.add(number);
          if (accepted.size >= goal) killed ??= served.kill();
        }
      };
      await Promise.all(Array.from({ length: SENDERS }, send));
      await killed;
    }
    const last = await serve(path);
    await expectKept(last);
    await last.kill();

    // Without requests under way when it was killed, nothing would have been shown.
    expect(lost).toBeGreaterThan(0);
    expect(accepted.size).toBeGreaterThan(ROUNDS * 5);
  });
});

describe('A file in use', () => {
  it('is refused to a second process, and is free again when the first is killed', async () => {
    const path = join(makeFolder(), 'a.db');
    const first = await serve(path);
    await expect(serve(path)).rejects.toThrow(
      `UsageError: ${path} is in use by another stand-in; stop that one first, or name another file.`,
    );
    expect(() => openKept(path)).toThrow('is in use by another stand-in');
    const status = await fetch(`${first.url}/users`, {
      method: 'POST',
      headers: HEADERS,
      body: '{"identifier":"u-1"}',
    }).then((response) => response.status);
    expect(status).toBe(202);
    await first.kill();
    const second = openKept(path);
    expect(second.engine.accounts.named(KEY)?.world.users.size).toBe(1);
    expect(() => openKept(path)).toThrow('is in use by another stand-in');
    second.close();
  });
});
