import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.ts';
import type { FaultDefinition } from './fault.ts';
import { createFaultBook, type FaultBook } from './fault-book.ts';
import { createTimelines, type TimelineStep, type Timelines } from './timelines.ts';
import { toFault } from './to-fault.ts';

const ONE = 'acct_000000000001';
const START = 1_000_000;

function open(places = 100): {
  book: FaultBook;
  timelines: Timelines;
  names: (account?: string | null) => string[];
} {
  const book = createFaultBook({
    places,
    toFault: (definition: FaultDefinition) =>
      toFault(
        definition,
        () => 'nameless',
        (value) => value,
      ),
    toHandle: (named) => named,
  });
  return {
    book,
    timelines: createTimelines(book),
    names: (account) => book.list(account).map(({ name }) => name),
  };
}

const arm = (atMs: number, name: string, forMs: number | null = null): TimelineStep => ({
  atMs,
  arm: { name, effect: { status: 503 } },
  forMs,
});

describe('a timeline', () => {
  it('does each step exactly at its time, not before', () => {
    const { timelines, names } = open();
    timelines.begin(ONE, [arm(60_000, 'down'), { atMs: 90_000, clear: 'down' }], START);
    expect(timelines.nextAt(ONE)).toBe(START + 60_000);
    timelines.advance(ONE, START + 59_999);
    expect(names()).toEqual([]);
    timelines.advance(ONE, START + 60_000);
    expect(names(ONE)).toEqual(['down']);
    timelines.advance(ONE, START + 89_999);
    expect(names(ONE)).toEqual(['down']);
    timelines.advance(ONE, START + 90_000);
    expect(names()).toEqual([]);
    expect([timelines.size, timelines.nextAt(ONE), timelines.owners()]).toEqual([0, null, []]);
  });

  it('does all steps in order when the clock jumps far', () => {
    const { timelines, book } = open();
    const steps = [
      arm(0, 'a'),
      arm(10, 'b'),
      { atMs: 20, clear: 'a' },
      arm(30, 'a'),
      { atMs: 40, clear: 'b' },
    ];
    timelines.begin(ONE, steps, START);
    timelines.advance(ONE, START + 1e12);
    expect(book.list()).toMatchObject([{ name: 'a', account: ONE }]);
    expect(timelines.size).toBe(0);
  });

  it('does steps of one time in the order in which they were written, whatever comes before them', () => {
    const { timelines, names } = open();
    timelines.begin(null, [arm(10, 'b'), { atMs: 10, clear: 'b' }, arm(10, 'c'), arm(5, 'a')], START);
    timelines.advance(null, START + 10);
    expect(names(null)).toEqual(['a', 'c']);
  });

  it('clears again what was armed for some time', () => {
    const { timelines, names } = open();
    timelines.begin(ONE, [arm(10, 'a', 20), arm(15, 'b', 100)], START);
    timelines.advance(ONE, START + 29);
    expect(names()).toEqual(['a', 'b']);
    timelines.advance(ONE, START + 30);
    expect(names()).toEqual(['b']);
    timelines.advance(ONE, START + 115);
    expect(names()).toEqual([]);
  });

  it('leaves what took the place of what was armed for some time', () => {
    const { timelines, book, names } = open();
    timelines.begin(ONE, [arm(0, 'a', 20), arm(10, 'a', 20), arm(0, 'b', 20)], START);
    timelines.advance(ONE, START);
    book.arm({ name: 'b', account: ONE, effect: { status: 500 } });
    timelines.advance(ONE, START + 20);
    expect(names()).toEqual(['b', 'a']);
    timelines.advance(ONE, START + 30);
    expect(names()).toEqual(['b']);
  });

  it('ends a time before it begins another of the same name', () => {
    const { timelines, names } = open();
    timelines.begin(ONE, [arm(20, 'a', 20), arm(0, 'a', 20)], START);
    timelines.advance(ONE, START + 20);
    expect(names()).toEqual(['a']);
    timelines.advance(ONE, START + 40);
    expect(names()).toEqual([]);
  });

  it('of an account touches its own faults only, and everybody’s those of everybody', () => {
    const { timelines, book, names } = open();
    for (const account of [ONE, null]) book.arm({ name: 'x', account, effect: { status: 500 } });
    timelines.begin(
      ONE,
      [
        { atMs: 0, clear: 'x' },
        { atMs: 0, clear: null },
      ],
      START,
    );
    timelines.advance(ONE, START);
    expect([names(ONE), names(null)]).toEqual([[], ['x']]);
    book.arm({ name: 'x', account: ONE, effect: { status: 500 } });
    timelines.begin(null, [{ atMs: 0, clear: null }], START);
    timelines.advance(null, START);
    expect([names(ONE), names(null)]).toEqual([['x'], []]);
  });

  it('takes the place of the one there was; what that has armed stays', () => {
    const { timelines, names } = open();
    timelines.begin(ONE, [arm(0, 'a'), arm(10, 'b')], START);
    timelines.advance(ONE, START);
    timelines.begin(ONE, [arm(20, 'c')], START);
    timelines.advance(ONE, START + 100);
    expect(names()).toEqual(['a', 'c']);
  });

  it('ends for one account, for everybody, or altogether', () => {
    const { timelines } = open();
    for (const owner of [ONE, null, 'acct_000000000002']) timelines.begin(owner, [arm(10, 'a')], START);
    timelines.end(ONE);
    expect(timelines.owners()).toEqual([null, 'acct_000000000002']);
    timelines.end(null);
    expect(timelines.owners()).toEqual(['acct_000000000002']);
    timelines.end();
    expect(timelines.size).toBe(0);
  });

  it('is refused as a whole when one of its faults cannot be meant', () => {
    const { timelines } = open();
    const steps = [arm(0, 'a'), { atMs: 1, arm: { name: 'b', effect: { status: 42 } }, forMs: null }];
    expect(() => timelines.begin(ONE, steps, START)).toThrow(/^\/1\/arm\/effect\/status: /);
    expect(timelines.size).toBe(0);
  });
});

describe('the room of a timeline', () => {
  it('is kept from its beginning, so that no step is without', () => {
    const { timelines, book, names } = open(5);
    timelines.begin(ONE, [arm(10, 'a', 5), arm(20, 'b')], START);
    book.arm({ name: 'x', effect: { status: 500 } });
    book.arm({ name: 'y', effect: { status: 500 } });
    expect(() => book.arm({ name: 'z', effect: { status: 500 } })).toThrow(UsageError);
    timelines.advance(ONE, START + 20);
    expect(names()).toEqual(['x', 'y', 'b']);
    expect(book.arm({ name: 'z', effect: { status: 500 } }).name).toBe('z');
  });

  it('is not there for a timeline that would need more, and the one there was goes on', () => {
    const { timelines, names } = open(3);
    timelines.begin(ONE, [arm(10, 'a')], START);
    const many = [arm(1, 'b'), arm(2, 'c'), arm(3, 'd'), arm(4, 'e')];
    expect(() => timelines.begin(ONE, many, START)).toThrow(UsageError);
    timelines.advance(ONE, START + 10);
    expect(names()).toEqual(['a']);
  });

  it('is given back when it ends, is replaced, or is through', () => {
    const { timelines, book } = open(3);
    const steps = [arm(1, 'a', 1), arm(3, 'a')];
    for (let index = 0; index < 5; index += 1) timelines.begin(ONE, steps, START);
    timelines.end(ONE);
    timelines.begin(ONE, steps, START);
    timelines.advance(ONE, START + 1);
    timelines.end();
    timelines.begin(null, [arm(1, 'b'), arm(2, 'b')], START);
    timelines.advance(null, START + 2);
    book.clear();
    for (const name of ['x', 'y', 'z']) book.arm({ name, effect: { status: 500 } });
    expect(book.size).toBe(3);
  });
});
