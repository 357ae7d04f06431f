import { describe, expect, it } from 'vitest';
import { createCommits } from './commits.ts';

function open() {
  const deferred: (() => void)[] = [];
  const written: string[][] = [];
  const told: string[] = [];
  let failure: Error | null = null;
  const commits = createCommits<string>(
    (entries) => {
      if (failure !== null) throw failure;
      written.push([...entries]);
    },
    (callback) => deferred.push(callback),
  );
  const add = (entry: string, then: () => void = () => undefined): void =>
    commits.add({
      entry,
      done: (why) => {
        told.push(why === null ? entry : `${entry}: ${why}`);
        then();
      },
    });
  const endTurn = (): void => {
    for (const callback of deferred.splice(0)) callback();
  };
  const fail = (error: Error | null): void => {
    failure = error;
  };
  return { commits, add, endTurn, fail, written, told };
}

describe('What is gathered in one turn', () => {
  it('is written together when the turn ends, and told in its order', () => {
    const { add, endTurn, written, told } = open();
    add('a');
    add('b');
    expect([written, told]).toEqual([[], []]);
    endTurn();
    expect([written, told]).toEqual([[['a', 'b']], ['a', 'b']]);
    add('c');
    endTurn();
    expect([written, told]).toEqual([
      [['a', 'b'], ['c']],
      ['a', 'b', 'c'],
    ]);
  });

  it('is written at once when it is asked for, and not a second time', () => {
    const { commits, add, endTurn, written } = open();
    add('a');
    commits.flush();
    add('b');
    commits.flush();
    endTurn();
    expect(written).toEqual([['a'], ['b']]);
  });

  it('is told why it could not be written', () => {
    const { add, endTurn, fail, told } = open();
    fail(new Error('full'));
    add('a');
    add('b');
    endTurn();
    fail(null);
    add('c');
    endTurn();
    expect(told).toEqual(['a: full', 'b: full', 'c']);
  });

  it('has all been told before anything else is written, even when one of those told asks for it', () => {
    const { commits, add, endTurn, written, told } = open();
    add('a', () => {
      add('c');
      commits.flush();
    });
    add('b');
    endTurn();
    expect([written, told]).toEqual([
      [['a', 'b'], ['c']],
      ['a', 'b', 'c'],
    ]);
  });
});
