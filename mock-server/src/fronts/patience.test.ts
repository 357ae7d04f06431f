import { describe, expect, it } from 'vitest';
import { createManualTimer } from '../../test/desk/desk-fixture.ts';
import type { Delivery, Hold } from '../engine/delivery.ts';
import { createPatience } from './patience.ts';

const AT_ONCE: Delivery = {
  delayMs: 0,
  hold: null,
  bytesPerSecond: null,
  cutAfterBytes: null,
  contentLength: null,
  garbage: null,
};

function setUp() {
  const time = createManualTimer();
  const said: string[] = [];
  return { time, said, say: (word: string) => () => said.push(word), patience: createPatience(time.timer) };
}

/** A hold as a fault has it. */
function createHold(): Hold & { clear(): void; readonly waiting: number } {
  const waiting = new Set<() => void>();
  let isOver = false;
  return {
    get isOver() {
      return isOver;
    },
    get waiting() {
      return waiting.size;
    },
    whenOver(callback) {
      if (isOver) callback();
      else waiting.add(callback);
      return () => waiting.delete(callback);
    },
    clear() {
      isOver = true;
      for (const callback of waiting) callback();
      waiting.clear();
    },
  };
}

describe('Patience', () => {
  it('calls back at once where there is nothing to wait for', () => {
    const { time, said, say, patience } = setUp();
    patience.holdBack(AT_ONCE, say('now'));
    expect([said, time.pending]).toEqual([['now'], 0]);
  });

  it('waits for the delay, then for the end of the hold', () => {
    const { time, said, say, patience } = setUp();
    const hold = createHold();
    patience.holdBack({ ...AT_ONCE, delayMs: 20, hold }, say('go'));
    time.advance(19);
    expect([time.pending, hold.waiting]).toEqual([1, 0]);
    time.advance(1);
    expect([time.pending, hold.waiting, said]).toEqual([0, 1, []]);
    hold.clear();
    expect(said).toEqual(['go']);
  });

  it('does not wait for a hold that ended during the delay', () => {
    const { time, said, say, patience } = setUp();
    const hold = createHold();
    patience.holdBack({ ...AT_ONCE, delayMs: 20, hold }, say('go'));
    hold.clear();
    expect(said).toEqual([]);
    time.advance(20);
    expect(said).toEqual(['go']);
  });

  it.each(['delay', 'hold'])('leaves nothing behind when it is stopped during the %s', (when) => {
    const { time, said, say, patience } = setUp();
    const hold = createHold();
    patience.holdBack({ ...AT_ONCE, delayMs: 20, hold }, say('go'));
    if (when === 'hold') time.advance(20);
    patience.stop();
    expect([time.pending, hold.waiting]).toEqual([0, 0]);
    time.advance(1000);
    hold.clear();
    expect(said).toEqual([]);
  });

  it('lasts, where a timer would overflow', () => {
    const { time, said, say, patience } = setUp();
    patience.wait(Number.MAX_SAFE_INTEGER, say('go'));
    time.advance(1_999_999_999);
    expect(said).toEqual([]);
    time.advance(1);
    expect(said).toEqual(['go']);
  });

  it('can be stopped in a wait that began when one before it was over at once', () => {
    const { time, said, say, patience } = setUp();
    const hold = createHold();
    hold.clear();
    patience.holdBack({ ...AT_ONCE, hold }, () => patience.wait(5, say('later')));
    expect(time.pending).toBe(1);
    patience.stop();
    expect(time.pending).toBe(0);
    patience.wait(0, say('never'));
    patience.wait(1, say('never'));
    time.advance(10);
    expect(said).toEqual([]);
  });
});
