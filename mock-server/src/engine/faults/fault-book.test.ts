import { describe, expect, it, vi } from 'vitest';
import { ONE, openBook, TWO } from '../../../test/faults/open-book.ts';
import { UsageError } from '../usage-error.ts';
import type { FaultDefinition } from './fault.ts';
import type { Candidate, FaultBook } from './fault-book.ts';

const DOWN = { effect: { status: 503 } };

const ask = (book: FaultBook, more: Partial<Candidate> = {}): string | null =>
  book.take({
    account: ONE,
    operation: 'pushUser',
    method: 'POST',
    path: '/users',
    holds: () => false,
    ...more,
  })?.fault.name ?? null;

const times = (count: number, what: () => string | null): (string | null)[] =>
  Array.from({ length: count }, what);

describe('a book of faults', () => {
  it('gives a request the oldest that matches, and no other', () => {
    const book = openBook();
    book.arm({ ...DOWN, name: 'events', account: ONE, operation: 'pushEvent' });
    book.arm({ ...DOWN, name: 'everybody' });
    book.arm({ ...DOWN, name: 'own', account: ONE });
    expect(ask(book)).toBe('everybody');
    expect(book.list().map(({ offered, fired }) => [offered, fired])).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
    book.clear({ name: 'everybody' });
    expect(ask(book)).toBe('own');
    expect(ask(book, { account: TWO })).toBeNull();
  });

  it('puts one that is armed again behind the others, with counters of its own', () => {
    const book = openBook();
    book.arm({ ...DOWN, name: 'one', account: ONE });
    book.arm({ ...DOWN, name: 'two', account: ONE });
    expect(ask(book)).toBe('one');
    book.arm({ ...DOWN, name: 'one', account: ONE });
    expect(book.list().map(({ name, fired }) => [name, fired])).toEqual([
      ['two', 0],
      ['one', 0],
    ]);
    expect(ask(book)).toBe('two');
    expect(book.size).toBe(2);
  });

  it('keeps faults of one name apart that are for different accounts', () => {
    const book = openBook();
    book.arm({ effect: { status: 500 }, name: 'x', account: ONE });
    book.arm({ effect: { status: 501 }, name: 'x', account: TWO });
    book.arm({ effect: { status: 502 }, name: 'x' });
    expect(book.list(ONE).map(({ effect }) => effect.status)).toEqual([500]);
    expect(book.list(null).map(({ effect }) => effect.status)).toEqual([502]);
    expect(book.clear({ name: 'x', account: ONE })).toBe(1);
    expect(book.list().map(({ effect }) => effect.status)).toEqual([501, 502]);
    expect(book.clear({ name: 'x' })).toBe(2);
  });

  it.each<[Partial<FaultDefinition>, Partial<Candidate>, Partial<Candidate>]>([
    [{ operation: 'pushUser' }, {}, { operation: 'pushEvent' }],
    [{ match: { method: 'post' } }, {}, { method: 'DELETE' }],
    [{ match: { path: '/users' } }, {}, { path: '/users/' }],
    [{ match: { path: '/us*' } }, {}, { path: '/companies' }],
    [{ match: { method: null, path: null, body: null } }, {}, { account: TWO }],
    [{ match: { body: { a: 1 } } }, { holds: () => true }, { holds: () => false }],
    [
      { operation: 'pushUser', match: { method: 'POST', path: '/*', body: {} } },
      { holds: () => true },
      { method: 'DELETE', holds: () => true },
    ],
  ])('arms %j for the requests that it names', (definition, matching, other) => {
    const book = openBook();
    book.arm({ ...DOWN, account: ONE, name: 'x', ...definition });
    expect(ask(book, matching)).toBe('x');
    expect(ask(book, other)).toBeNull();
    expect(book.list()[0]).toMatchObject({ offered: 1, fired: 1 });
  });

  it('looks at the body last, and only where a fault wants to know', () => {
    const book = openBook();
    const holds = vi.fn(() => true);
    book.arm({ ...DOWN, operation: 'pushEvent', match: { body: { a: 1 } } });
    book.arm({ ...DOWN, match: { path: '/events', body: { a: 1 } } });
    book.arm({ ...DOWN, name: 'plain' });
    expect(ask(book, { holds })).toBe('plain');
    expect(holds).not.toHaveBeenCalled();
    expect(ask(book, { operation: 'pushEvent', holds })).toBe('fault_1');
    expect(holds.mock.calls).toEqual([[{ a: 1 }]]);
  });

  it('fires from the nth matching request on, every so many, so often', () => {
    const book = openBook();
    book.arm({ ...DOWN, name: 'x', from: 3, every: 2, times: 3, operation: 'pushUser' });
    const asked = times(9, () => {
      ask(book, { operation: 'pushEvent' });
      return ask(book);
    });
    expect(asked).toEqual([null, null, 'x', null, 'x', null, 'x', null, null]);
    expect(book.list()[0]).toMatchObject({ offered: 7, fired: 3 });
  });

  it('offers what the oldest does not want to the next', () => {
    const book = openBook();
    book.arm({ ...DOWN, name: 'second', every: 2, from: 2 });
    book.arm({ ...DOWN, name: 'twice', times: 2 });
    expect(times(6, () => ask(book))).toEqual(['twice', 'second', 'twice', 'second', null, 'second']);
  });

  it('names what has no name', () => {
    const book = openBook();
    expect([book.arm(DOWN).name, book.arm({ ...DOWN, name: null }).name]).toEqual(['fault_1', 'fault_2']);
  });

  it('takes a push key where it takes a handle', () => {
    const book = openBook();
    expect(book.arm({ ...DOWN, account: 'key-one' }).account).toBe(ONE);
    expect(ask(book)).toBe('fault_1');
    expect(book.list('key-one')).toHaveLength(1);
    expect(book.clear({ account: 'key-one' })).toBe(1);
  });

  it('throws on what cannot be meant, and arms nothing', () => {
    const book = openBook();
    expect(() => book.arm({ effect: {} })).toThrow(
      new UsageError('/effect: It says nothing; give at least one effect, such as status.'),
    );
    expect(() => book.arm({ effect: { headers: { A: 'b\r\nC: d' } } })).toThrow(UsageError);
    expect(book.size).toBe(0);
  });
});

describe('a fault that is used up', () => {
  it('stays in the list with its counters, and concerns nobody any more', () => {
    const book = openBook();
    book.arm({ ...DOWN, name: 'x', account: ONE, times: 2 });
    expect([book.concerns(ONE), book.isArmedFor(ONE), book.concerns(TWO)]).toEqual([true, true, false]);
    times(2, () => ask(book));
    expect([book.concerns(ONE), book.isArmedFor(ONE)]).toEqual([false, false]);
    expect(book.list(ONE)).toMatchObject([{ name: 'x', offered: 2, fired: 2 }]);
    expect(book.clear({ account: ONE })).toBe(1);
    expect(book.list()).toEqual([]);
  });

  it('costs a request nothing, not even among ten thousand', () => {
    const book = openBook(20_000);
    const operation = vi.fn(() => 'pushUser');
    for (let index = 0; index < 10_000; index += 1)
      book.arm({ ...DOWN, account: ONE, operation: 'pushUser', times: 1 });
    times(10_000, () => ask(book));
    book.arm({ ...DOWN, name: 'last', account: ONE, operation: 'pushUser' });
    const candidate: Candidate = {
      account: ONE,
      get operation() {
        return operation();
      },
      method: 'POST',
      path: '/users',
      holds: () => false,
    };
    expect(book.take(candidate)?.fault.name).toBe('last');
    expect(operation).toHaveBeenCalledTimes(1);
    expect(book.list(ONE)).toHaveLength(10_001);
  });

  it('makes room for a new one, those that were used up first before others', () => {
    const book = openBook(3);
    for (const name of ['one', 'two', 'three']) book.arm({ ...DOWN, name, account: ONE, times: 1 });
    times(2, () => ask(book));
    book.arm({ ...DOWN, name: 'four', account: TWO });
    expect(book.list().map(({ name }) => name)).toEqual(['two', 'three', 'four']);
    book.arm({ ...DOWN, name: 'five', account: TWO });
    expect(() => book.arm({ ...DOWN, name: 'six' })).toThrow(UsageError);
    expect(book.list().map(({ name }) => name)).toEqual(['three', 'four', 'five']);
  });

  it('makes no room while it may still hold a request', () => {
    const book = openBook(1);
    book.arm({ effect: { hold: true }, name: 'held', account: ONE, times: 1 });
    ask(book);
    expect(() => book.arm(DOWN)).toThrow(UsageError);
    expect(book.list()).toHaveLength(1);
  });

  it('is replaced by one of its name where there is no room', () => {
    const book = openBook(1);
    book.arm({ ...DOWN, name: 'x', account: ONE, times: 1 });
    ask(book);
    book.arm({ ...DOWN, name: 'x', account: ONE });
    expect([book.size, ask(book)]).toEqual([1, 'x']);
    book.arm({ ...DOWN, name: 'x', account: ONE });
    expect(() => book.arm({ ...DOWN, name: 'y', account: ONE })).toThrow(UsageError);
    expect(book.list()).toMatchObject([{ name: 'x', fired: 0 }]);
  });
});

describe('a fault that takes the place of another', () => {
  it('finds no room when it is larger and the book is full, and leaves the other', () => {
    const book = openBook(3);
    for (const name of ['one', 'two']) book.arm({ ...DOWN, name, account: TWO });
    book.arm({ ...DOWN, name: 'x', account: ONE, times: 1 });
    expect(ask(book)).toBe('x');
    const large = { name: 'x', account: ONE, effect: { status: 503, body: 'x'.repeat(2000) } };
    expect(() => book.arm(large)).toThrow(UsageError);
    expect([book.size, book.list(ONE).map(({ fired }) => fired)]).toEqual([3, [1]]);
    book.clear({ name: 'one' });
    book.arm(large);
    expect(() => book.arm(DOWN)).toThrow(/^2 faults are armed already/);
  });
});

describe('the bound of a book', () => {
  it('counts a fault that brings a whole body along as several', () => {
    const book = openBook(10);
    book.arm({ name: 'large', effect: { status: 503, body: 'x'.repeat(16_000) } });
    book.arm({ ...DOWN, name: 'small' });
    expect(() => book.arm(DOWN)).toThrow(/2 faults are armed already/);
    book.arm({ ...DOWN, name: 'large' });
    expect(book.arm(DOWN).name).toBe('fault_2');
  });

  it('keeps what is reserved', () => {
    const book = openBook(3);
    book.reserve(2);
    book.arm(DOWN);
    expect(() => book.arm(DOWN)).toThrow(UsageError);
    expect(() => book.reserve(1)).toThrow(UsageError);
    book.reserve(-1);
    book.arm(DOWN);
    expect(book.size).toBe(2);
  });
});
