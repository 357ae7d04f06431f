import { describe, expect, it } from 'vitest';
import { createIds } from './ids.ts';

describe('ids', () => {
  it('count each kind on its own', () => {
    const ids = createIds();
    expect([ids.next('ex'), ids.next('ex'), ids.next('msg'), ids.next('ex')]).toEqual([
      'ex_0000000001',
      'ex_0000000002',
      'msg_0000000001',
      'ex_0000000003',
    ]);
  });

  it('sort as they were made', () => {
    const ids = createIds();
    const made = Array.from({ length: 1200 }, () => ids.next('ex'));
    expect([...made].sort()).toEqual(made);
  });

  it('begin anew with every engine', () => {
    createIds().next('ex');
    expect(createIds().next('ex')).toBe('ex_0000000001');
  });
});
