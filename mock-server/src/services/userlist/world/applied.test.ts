import { describe, expect, it } from 'vitest';
import { toCreated, toDeleted, toEdited, toIgnored, weighApplied } from './applied.ts';

describe('the weight of what was applied', () => {
  it('is nothing where only the request says what there is', () => {
    expect(weighApplied([toCreated('user-1', 0), toEdited('user-1', []), toIgnored('user-1')])).toBe(0);
  });

  it('counts what was there before and is there no longer', () => {
    const note = 'x'.repeat(5000);
    expect(
      weighApplied([toEdited('user-1', [{ pointer: '/properties/note', before: note }])]),
    ).toBeGreaterThanOrEqual(5000);
    expect(
      weighApplied([toEdited('user-1', [{ pointer: '/properties/list', before: [{ note }] }])]),
    ).toBeGreaterThanOrEqual(5000);
    expect(weighApplied([toDeleted('user-1', { properties: { deep: { note } } })])).toBeGreaterThanOrEqual(
      5000,
    );
    expect(weighApplied([toDeleted('user-1', { [note]: 1 })])).toBeGreaterThanOrEqual(5000);
  });
});

describe('what an intent came to', () => {
  it('is unchanged where nothing was edited', () => {
    expect(toEdited('user-1', []).kind).toBe('unchanged');
    expect(toEdited('user-1', [{ pointer: '/email', before: null }]).kind).toBe('updated');
  });
});
