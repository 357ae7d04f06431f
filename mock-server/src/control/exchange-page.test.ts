import { describe, expect, it } from 'vitest';
import { createFixture, type DeskJson } from '../../test/desk/desk-fixture.ts';

const idsOf = (json: DeskJson): string[] => json.items.map(({ id }) => id);

describe('the exchanges on the desk', () => {
  it('come page by page, with filters', async () => {
    const { ask, push } = createFixture();
    const sent = Array.from(
      { length: 5 },
      (_, index) => push('a', 'POST', '/users', { identifier: index }).id,
    );
    push('b', 'POST', '/users', { identifier: 9 });
    const first = (await ask('GET', '/_control/exchanges?account=a&limit=3')).json;
    const second = (await ask('GET', `/_control/exchanges?account=a&limit=3&after=${first.next}`)).json;
    expect([idsOf(first), first.next]).toEqual([sent.slice(0, 3), sent[2]]);
    expect([idsOf(second), second.next]).toEqual([sent.slice(3), null]);
  });

  it('are never shown more than a thousand at once, however many there are', async () => {
    const { ask, push } = createFixture({ rateLimit: 'off' });
    for (let count = 0; count < 10_000; count += 1) push('a', 'POST', '/nowhere');
    expect((await ask('GET', '/_control/exchanges')).json.items).toHaveLength(100);
    const { items, next } = (await ask('GET', '/_control/exchanges?limit=1000')).json;
    expect([items.length, next]).toEqual([1000, 'ex_0000001000']);
  });

  it('end a page early when their bodies are large', async () => {
    const { ask, push } = createFixture({ rateLimit: 'off' });
    const body = { identifier: 1, properties: { text: 'x'.repeat(100_000) } };
    for (let count = 0; count < 60; count += 1) push('a', 'POST', '/users', body);
    const lengths: number[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { json, text } = await ask('GET', `/_control/exchanges${after === '' ? '' : `?after=${after}`}`);
      expect(text.length).toBeLessThan(4.1 * 1024 * 1024);
      lengths.push(json.items.length);
      after = json.next;
    }
    expect(lengths.length).toBeGreaterThan(1);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(60);
  });

  it('end a page early when what they did takes more room than their bodies', async () => {
    const { ask, push } = createFixture({ rateLimit: 'off' });
    const identifier = 'u'.repeat(50_000);
    const companies = Array.from({ length: 2000 }, (_, number) => number);
    for (let count = 0; count < 30; count += 1) push('a', 'POST', '/users', { identifier, companies });
    const { json, text } = await ask('GET', '/_control/exchanges');
    expect(text.length).toBeLessThan(4.1 * 1024 * 1024);
    expect(json.items.length).toBeGreaterThan(0);
    expect(json.items.length).toBeLessThan(30);
    const { changes, changes_dropped } = (await ask('GET', `/_control/exchanges/${json.items[0]?.id}`)).json;
    expect(changes).toHaveLength(1000);
    expect(changes_dropped).toBeGreaterThan(2000);
  });
});
