import { describe, expect, it } from 'vitest';
import { toExchange } from '../../test/sample-exchange.ts';
import { createJournal, type JournalNote, weighExchange } from './journal.ts';

const open = (mostExchanges = 10, mostBytes = 100_000) => createJournal({ mostExchanges, mostBytes });
const idsOf = (journal: ReturnType<typeof open>): string[] => [...journal.entries()].map(({ id }) => id);

describe('a journal', () => {
  it('keeps the newest, finds them by id and counts what it dropped', () => {
    const journal = open(2);
    for (const id of ['a', 'b', 'c']) journal.add(toExchange(id));
    expect(idsOf(journal)).toEqual(['b', 'c']);
    expect([journal.size, journal.dropped]).toEqual([2, 1]);
    expect(journal.find('c')?.id).toBe('c');
    expect(journal.find('a')).toBeUndefined();
  });

  it('keeps no more than so many bytes', () => {
    const journal = open(1000, 10_000);
    for (let index = 0; index < 100; index += 1) journal.add(toExchange(String(index)));
    expect([journal.size, journal.dropped]).toEqual([10, 90]);
    journal.add(toExchange('heavy', { weight: 9500 }));
    expect(idsOf(journal)).toEqual(['heavy']);
  });

  it('forgets one account, or all', () => {
    const journal = open();
    journal.add(toExchange('a'));
    journal.add(toExchange('b', { account: 'acct_two' }));
    journal.add(toExchange('c', { account: null }));
    journal.clear('acct_one');
    expect(idsOf(journal)).toEqual(['b', 'c']);
    journal.clear();
    expect([journal.size, journal.dropped]).toEqual([0, 0]);
  });

  it('records how much of an answer left, even of an entry it has forgotten', () => {
    const journal = open();
    const exchange = toExchange('a');
    journal.add(exchange);
    journal.settle(exchange, 'partial', 5, 1);
    expect(journal.find('a')).toMatchObject({ delivered: 'partial', deliveredBytes: 5 });
    journal.clear();
    journal.settle(exchange, 'full', 9, 1);
    expect(journal.size).toBe(0);
  });

  it('tells those who follow it, until they have enough', () => {
    const journal = open();
    const heard: JournalNote['kind'][] = [];
    const leave = journal.subscribe(({ kind }) => heard.push(kind));
    const exchange = toExchange('a');
    journal.add(exchange);
    journal.settle(exchange, 'full', 0, 1);
    journal.clear();
    leave();
    journal.add(exchange);
    expect(heard).toEqual(['exchange', 'settled', 'reset']);
  });
});

describe('the weight of an exchange', () => {
  const nothing = new Uint8Array(0);
  const light = weighExchange(nothing, '', [], '', 0);

  it.each([
    ['the body', weighExchange(new Uint8Array(500), '', [], '', 0), 500],
    ['the target', weighExchange(nothing, '/'.repeat(500), [], '', 0), 500],
    ['the headers', weighExchange(nothing, '', ['x'.repeat(300), 'y'.repeat(200)], '', 0), 500],
    ['the answer', weighExchange(nothing, '', [], 'x'.repeat(500), 0), 500],
    ['what was noted of it', weighExchange(nothing, '', [], '', 500), 500],
  ])('counts %s', (_name, weight, more) => {
    expect(weight - light).toBe(more);
  });

  it('is something even when nothing was sent', () => {
    expect(light).toBeGreaterThan(100);
  });
});
