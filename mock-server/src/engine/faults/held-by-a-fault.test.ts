import { describe, expect, it, vi } from 'vitest';
import { ONE, openBook, TWO } from '../../../test/faults/open-book.ts';
import type { Fault } from './fault.ts';
import type { FaultBook } from './fault-book.ts';

describe('what a fault holds', () => {
  const hold = { effect: { hold: true } };
  const held = (fault: Fault): (() => void) => {
    const letGo = vi.fn();
    fault.held.add(letGo);
    return letGo;
  };

  it.each<[string, (book: FaultBook, fault: Fault) => void]>([
    ['cleared by its name', (book) => book.clear({ name: 'x' })],
    ['cleared with its account', (book) => book.clear({ account: ONE })],
    ['cleared with all', (book) => book.clear()],
    ['cleared itself', (book, fault) => book.discard(fault)],
    ['replaced', (book) => book.arm({ ...hold, name: 'x', account: ONE })],
  ])('is let go, once, when it is %s', (_how, end) => {
    const book = openBook();
    const fault = book.arm({ ...hold, name: 'x', account: ONE });
    const letGo = held(fault);
    book.clear({ name: 'y' });
    book.clear({ account: TWO });
    book.clear({ account: null });
    expect(letGo).not.toHaveBeenCalled();
    end(book, fault);
    expect(letGo).toHaveBeenCalledTimes(1);
    expect(fault.isCleared).toBe(true);
    book.clear();
    expect(letGo).toHaveBeenCalledTimes(1);
  });

  it('may arm again what it waited for', () => {
    const book = openBook();
    const fault = book.arm({ ...hold, name: 'x' });
    fault.held.add(() => book.arm({ ...hold, name: 'x' }));
    expect(book.clear()).toBe(1);
    expect(book.list()).toMatchObject([{ name: 'x', isCleared: false }]);
  });

  it('is not let go when another has taken its place', () => {
    const book = openBook();
    const first = book.arm({ ...hold, name: 'x' });
    const second = book.arm({ ...hold, name: 'x' });
    const letGo = held(second);
    book.discard(first);
    expect(letGo).not.toHaveBeenCalled();
    expect(book.size).toBe(1);
  });
});
