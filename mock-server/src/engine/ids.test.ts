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

  it('go on behind those of an earlier run', () => {
    const ids = createIds();
    ids.pass?.('msg', 'msg_0000000041');
    ids.pass?.('msg', 'msg_0000000007');
    ids.pass?.('msg', 'something_else');
    ids.pass?.('msg', 'msg_');
    expect([ids.next('msg'), ids.next('ex')]).toEqual(['msg_0000000042', 'ex_0000000001']);
  });

  it('begin anew with every engine', () => {
    createIds().next('ex');
    expect(createIds().next('ex')).toBe('ex_0000000001');
  });
});
