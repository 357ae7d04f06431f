import { describe, expect, it, vi } from 'vitest';
import { createManualClock, createSteeredClock } from './clock.ts';
import { UsageError } from './usage-error.ts';

const START = Date.parse('2026-01-12T08:00:00Z');

const open = () => {
  const source = createManualClock(START);
  const moved = vi.fn();
  return { source, moved, clock: createSteeredClock(source, moved) };
};

describe('a steered clock', () => {
  it('runs with its source', () => {
    const { source, clock } = open();
    source.advance(5);
    expect([clock.now(), clock.mode]).toEqual([START + 5, 'system']);
  });

  it('stands still once it is frozen, and moves when it is told', () => {
    const { source, clock } = open();
    clock.freeze();
    source.advance(1000);
    expect([clock.now(), clock.mode]).toEqual([START, 'frozen']);
    clock.advance(60_000);
    source.advance(1000);
    expect(clock.now()).toBe(START + 60_000);
    clock.set(5);
    expect([clock.now(), clock.mode]).toEqual([5, 'frozen']);
  });

  it('that runs is shifted by a move, and runs on', () => {
    const { source, clock } = open();
    clock.advance(60_000);
    source.advance(1);
    expect([clock.now(), clock.mode]).toEqual([START + 60_001, 'system']);
    clock.set(1000);
    source.advance(1);
    expect(clock.now()).toBe(1001);
    clock.freeze();
    expect(clock.now()).toBe(1001);
  });

  it('shows its source’s time again when it follows', () => {
    const { source, clock } = open();
    clock.advance(60_000);
    clock.freeze();
    source.advance(7);
    clock.follow();
    expect([clock.now(), clock.mode]).toEqual([START + 7, 'system']);
  });

  it('changes mode and time in one step', () => {
    const { source, clock, moved } = open();
    clock.move({ mode: 'frozen', now: 50 });
    expect([clock.now(), clock.mode]).toEqual([50, 'frozen']);
    clock.move({ mode: 'system', now: 70 });
    source.advance(1);
    expect([clock.now(), clock.mode]).toEqual([71, 'system']);
    expect(moved).toHaveBeenCalledTimes(2);
  });

  it('branches into one that begins where it stands and goes its own way', () => {
    const { source, clock, moved } = open();
    clock.advance(500);
    const running = clock.branch();
    clock.freeze();
    const frozen = clock.branch();
    source.advance(1000);
    expect([running.now(), running.mode]).toEqual([START + 1500, 'system']);
    expect([frozen.now(), frozen.mode]).toEqual([START + 500, 'frozen']);
    moved.mockClear();
    frozen.advance(1);
    running.follow();
    expect([clock.now(), running.now()]).toEqual([START + 500, START + 1000]);
    expect(moved).toHaveBeenCalledTimes(2);
  });

  it('never goes back by advancing', () => {
    const { clock } = open();
    for (const ms of [-1, Number.NaN]) expect(() => clock.advance(ms)).toThrow(UsageError);
    expect(() => createManualClock(0).advance(-1)).toThrow(UsageError);
    expect(clock.now()).toBe(START);
  });

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Date.parse('9999-12-31T23:59:59.999Z') + 1,
    Date.parse('0000-01-01T00:00:00.000Z') - 1,
  ])('does not show %d, and stays as it was', (ms) => {
    const { clock, moved } = open();
    expect(() => clock.move({ mode: 'frozen', now: ms })).toThrow(UsageError);
    expect([clock.now(), clock.mode]).toEqual([START, 'system']);
    expect(moved).not.toHaveBeenCalled();
  });

  it.each(['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])('shows %s', (text) => {
    const { clock } = open();
    clock.set(Date.parse(text));
    expect(new Date(clock.now()).toISOString()).toBe(text);
  });
});
