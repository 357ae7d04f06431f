import { describe, expect, it } from 'vitest';
import { type Applied, toAppliedRequest, toCreated, toDeleted, toEdited, toIgnored } from './applied.ts';

const weigh = (...applied: Applied[]): number => toAppliedRequest(applied).weight;
const note = 'x'.repeat(5000);

describe('the weight of what was applied', () => {
  it('counts every intent, since one body can hold fifty thousand', () => {
    const one = weigh(toCreated('user-1', 0));
    expect(one).toBeGreaterThan(0);
    expect(weigh(toCreated('user-1', 0), toEdited('user-1', []), toIgnored('user-1'))).toBe(3 * one);
  });

  it.each([
    ['a replaced text', toEdited('user-1', [{ pointer: '/properties/note', before: note }])],
    ['a replaced list', toEdited('user-1', [{ pointer: '/properties/list', before: [{ note }] }])],
    ['a deleted text', toDeleted('user-1', { properties: { deep: { note } } })],
    ['a long name', toDeleted('user-1', { [note]: 1 })],
    ['many empty objects', toDeleted('user-1', { list: Array.from({ length: 200 }, () => ({})) })],
  ])('counts %s that is there no longer', (_, applied) => {
    expect(weigh(applied)).toBeGreaterThanOrEqual(5000);
  });
});

describe('what the journal keeps of a request', () => {
  it('is the first thousand of what was applied, with the number of the rest', () => {
    const request = toAppliedRequest(
      Array.from({ length: 1200 }, (_, index) => toCreated(`user-${index}`, 0)),
    );
    expect(request.applied).toHaveLength(1000);
    expect(request.dropped).toBe(200);
  });

  it('leaves out what alone would fill it', () => {
    const large = toEdited('user-1', [{ pointer: '/properties/all', before: 'x'.repeat(2_000_000) }]);
    expect(toAppliedRequest([toCreated('a', 0), large, toCreated('b', 0)])).toMatchObject({
      applied: [{ key: 'a' }],
      dropped: 2,
    });
  });

  it('holds no key longer than a line and no deletion with more than a hundred relationships', () => {
    expect(toCreated('k'.repeat(50_000), 0).key.length).toBeLessThan(300);
    const relationships = Array.from({ length: 10_000 }, (_, company) => ({ company }));
    const { gone } = toDeleted('user-1', { identifier: 'user-1', relationships });
    expect(gone).toEqual({ identifier: 'user-1', relationships: relationships.slice(0, 100) });
  });
});

describe('what an intent came to', () => {
  it('is unchanged where nothing was edited', () => {
    expect(toEdited('user-1', []).kind).toBe('unchanged');
    expect(toEdited('user-1', [{ pointer: '/email', before: null }]).kind).toBe('updated');
  });
});
