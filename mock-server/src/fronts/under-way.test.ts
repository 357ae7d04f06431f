import { describe, expect, it } from 'vitest';
import { createUnderWay } from './under-way.ts';

type Item = { readonly name: string; earlier: Item | null; later: Item | null };

const toItem = (name: string): Item => ({ name, earlier: null, later: null });

function setUp() {
  const list = createUnderWay<Item>();
  const items = ['a', 'b', 'c'].map(toItem);
  for (const item of items) list.add(item);
  return { list, items, names: () => [...list].map(({ name }) => name) };
}

describe('What is under way', () => {
  it('is listed in the order it began', () => {
    expect(setUp().names()).toEqual(['a', 'b', 'c']);
  });

  it.each([
    [0, ['b', 'c']],
    [1, ['a', 'c']],
    [2, ['a', 'b']],
  ])('loses entry %i without losing the others, and takes new ones', (index, left) => {
    const { list, items, names } = setUp();
    const item = items[index];
    if (item === undefined) throw new Error('no such item');
    list.remove(item);
    expect(names()).toEqual(left);
    list.add(item);
    expect(names()).toEqual([...left, item.name]);
  });

  it('leaves nothing linked to what has left', () => {
    const { list, items, names } = setUp();
    for (const item of items) list.remove(item);
    expect(names()).toEqual([]);
    expect(items).toEqual(['a', 'b', 'c'].map(toItem));
  });

  it('is not disturbed by removing twice', () => {
    const { list, items, names } = setUp();
    for (const item of items.slice(0, 2)) list.remove(item);
    for (const item of items.slice(0, 2)) list.remove(item);
    expect(names()).toEqual(['c']);
  });

  it('may be emptied while it is visited', () => {
    const { list, names } = setUp();
    const seen: string[] = [];
    for (const item of list) {
      seen.push(item.name);
      list.remove(item);
    }
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(names()).toEqual([]);
  });
});
