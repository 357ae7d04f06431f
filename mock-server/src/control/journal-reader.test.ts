import { describe, expect, it } from 'vitest';
import { toExchange } from '../../test/sample-exchange.ts';
import { createJournal } from '../engine/journal.ts';
import { createJournalReader } from './journal-reader.ts';

const idOf = (number: number): string => `ex_${String(number).padStart(4, '0')}`;

function open(entries: number, mostExchanges = 1000) {
  const journal = createJournal({ mostExchanges, mostBytes: 100_000_000 });
  const add = (number: number): void =>
    journal.add(toExchange(idOf(number), { account: number % 2 === 0 ? 'acct_even' : 'acct_odd' }));
  for (let number = 1; number <= entries; number += 1) add(number);
  const reader = (after: string, account?: string) =>
    createJournalReader({
      journal,
      account,
      after,
      upTo: journal.newest,
      matches: (exchange) => account === undefined || exchange.account === account,
    });
  return { journal, add, reader };
}

function readAll(reader: ReturnType<typeof createJournalReader>): string[] {
  const read: string[] = [];
  for (let next = reader.next(); next !== null; next = reader.next())
    read.push(next === 'gap' ? next : next.id);
  return read;
}

describe('reading the journal in pieces', () => {
  it('gives everything after an id, up to what was the newest at the beginning', () => {
    const { add, reader } = open(700);
    const reading = reader(idOf(100));
    expect(reading.next()).toMatchObject({ id: idOf(101) });
    for (let number = 701; number <= 720; number += 1) add(number);
    expect(readAll(reading)).toEqual(Array.from({ length: 599 }, (_, index) => idOf(102 + index)));
    expect(reading.position).toBe(idOf(700));
  });

  it('gives nothing of an empty journal, and nothing twice', () => {
    expect(readAll(open(0).reader(''))).toEqual([]);
    const { reader } = open(3);
    const reading = reader('');
    expect(readAll(reading)).toHaveLength(3);
    expect(readAll(reading)).toEqual([]);
  });

  it('tells of a gap where something had to make room, before and while it is read', () => {
    const { add, reader } = open(1000, 600);
    const reading = reader(idOf(100));
    expect([reading.next(), reading.next()]).toMatchObject(['gap', { id: idOf(401) }]);
    for (let number = 1001; number <= 1500; number += 1) add(number);
    const rest = readAll(reading);
    expect(rest.indexOf('gap')).toBe(199);
    expect([rest[198], rest[200], rest.at(-1)]).toEqual([idOf(600), idOf(901), idOf(1000)]);
  });

  it('tells an account only of gaps of its own', () => {
    const { journal, add, reader } = open(4, 3);
    expect(readAll(reader('', 'acct_even'))).toEqual([idOf(2), idOf(4)]);
    expect(readAll(reader('', 'acct_odd'))).toEqual(['gap', idOf(3)]);
    add(5);
    expect(journal.size).toBe(3);
    expect(readAll(reader('', 'acct_even'))).toEqual(['gap', idOf(4)]);
  });

  it('passes over what is forgotten meanwhile', () => {
    const { journal, reader } = open(6);
    const reading = reader('');
    expect(reading.next()).toMatchObject({ id: idOf(1) });
    journal.clear('acct_odd');
    expect(readAll(reading)).toEqual([idOf(2), idOf(4), idOf(6)]);
  });
});
