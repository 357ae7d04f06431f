import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  armFault,
  createManualClock,
  createUserlistEngine,
  steerClock,
  type UserlistEngine,
} from '../../src/index.ts';
import { answerNow } from '../answer-now.ts';
import { createManualTimer } from '../desk/desk-fixture.ts';
import { toCall } from '../doors.ts';
import { START } from '../stand-in.ts';

const open = () => {
  const clock = createManualClock(START);
  const time = createManualTimer();
  const engine = createUserlistEngine({ clock, timer: time.timer });
  return {
    engine,
    clock,
    time,
    /** Lets real time pass, and the system's clock with it. */
    pass(ms: number) {
      clock.advance(ms);
      time.advance(ms);
    },
  };
};

const push = (engine: UserlistEngine, key = 'dev') =>
  answerNow(
    engine,
    toCall(engine, {
      method: 'POST',
      target: '/users',
      headers: [['Authorization', `Push ${key}`]],
      body: new TextEncoder().encode('{"identifier":"user-1"}'),
    }),
  );

const statusOf = (engine: UserlistEngine, key?: string) => push(engine, key).exchange.status;
const isHeld = ({ delivery }: ReturnType<typeof push>): boolean => delivery?.hold?.isOver === false;

const day = {
  timeline: [
    { at_ms: 60_000, arm: { preset: 'outage' }, for_ms: 30_000 },
    { at_ms: 120_000, arm: { preset: 'rate-limit-storm' } },
  ],
} as const;

describe('a timeline', () => {
  it('goes by the clock: at 0 s ok, at 60 s 503 for 30 s, at 120 s 429', () => {
    const { engine } = open();
    armFault(engine, { ...day, account: 'dev' });
    engine.clock.freeze();
    const seen = [0, 59_999, 60_000, 89_999, 90_000, 119_999, 120_000, 1e9].map((ms) => {
      engine.clock.set(START + ms);
      return statusOf(engine);
    });
    expect(seen).toEqual([202, 202, 503, 503, 202, 202, 429, 429]);
    expect(statusOf(engine, 'other')).toBe(202);
  });

  it('of an account goes by that account’s own time', () => {
    const { engine } = open();
    for (const account of ['one', 'two']) armFault(engine, { ...day, account });
    steerClock(engine, { account: 'one', mode: 'frozen', advance_ms: 60_000 });
    expect([statusOf(engine, 'one'), statusOf(engine, 'two')]).toEqual([503, 202]);
    engine.clock.advance(120_000);
    expect([statusOf(engine, 'one'), statusOf(engine, 'two')]).toEqual([503, 429]);
  });

  it('of everybody goes by the time of all, and is for everybody', () => {
    const { engine } = open();
    armFault(engine, day);
    steerClock(engine, { account: 'one', advance_ms: 1_000_000 });
    expect([statusOf(engine, 'one'), statusOf(engine, 'two')]).toEqual([202, 202]);
    engine.clock.advance(60_000);
    expect([statusOf(engine, 'one'), statusOf(engine, 'two')]).toEqual([503, 503]);
  });

  it('begins when it is armed, whatever time that is', () => {
    const { engine, clock } = open();
    clock.advance(5000);
    armFault(engine, { ...day, account: 'dev' });
    clock.advance(59_999);
    expect(statusOf(engine)).toBe(202);
    clock.advance(1);
    expect(statusOf(engine)).toBe(503);
  });

  it('ends with a reset of faults, of its account or of all', () => {
    const { engine } = open();
    for (const account of ['one', 'two', null]) armFault(engine, { ...day, account });
    engine.reset(['faults'], engine.accounts.named('one') ?? undefined);
    expect(engine.timelines.owners()).toEqual([engine.accounts.handleOf('two'), null]);
    engine.reset(['faults']);
    expect(engine.timelines.size).toBe(0);
    engine.clock.advance(60_000);
    expect(statusOf(engine, 'two')).toBe(202);
  });

  it('ends with its account', () => {
    const { engine, time } = open();
    armFault(engine, { ...day, account: 'dev' });
    const account = engine.accounts.named('dev');
    if (account === null) throw new Error('It has been opened.');
    engine.remove(account);
    expect([engine.timelines.size, time.pending]).toEqual([0, 0]);
  });

  it('is refused as a whole where its faults would find no room, and no answer fails later', () => {
    const { engine } = open();
    for (let index = 0; index < 9998; index += 1)
      engine.faults.arm({ effect: { status: 500 }, account: 'crowd' });
    const step = (at_ms: number) => ({ at_ms, arm: { effect: { status: 503 } } });
    expect(() => armFault(engine, { account: 'dev', timeline: [step(1), step(2), step(3)] })).toThrow(
      /no room/,
    );
    armFault(engine, { account: 'dev', timeline: [step(1), step(2)] });
    expect(() => engine.faults.arm({ effect: { status: 500 } })).toThrow(/no room/);
    engine.clock.advance(10);
    expect(push(engine).exchange).toMatchObject({ status: 503, crashed: false });
    expect(engine.faults.size).toBe(10_000);
  });
});

describe('a request that a timeline holds', () => {
  const hold = (from: number, until: number) => ({
    timeline: [{ at_ms: from, arm: { effect: { hold: true } }, for_ms: until - from }],
  });

  it('is let go by the timer when the clock runs, although nobody asks for anything', () => {
    const { engine, time, pass } = open();
    armFault(engine, { account: 'dev', ...hold(0, 30_000) });
    const outcome = push(engine);
    expect([isHeld(outcome), time.pending]).toEqual([true, 1]);
    pass(29_999);
    expect(isHeld(outcome)).toBe(true);
    pass(1);
    expect([isHeld(outcome), time.pending]).toEqual([false, 0]);
  });

  it('is let go in time when the timer is a little early, or the clock was moved on', () => {
    const { engine, clock, time } = open();
    armFault(engine, { account: 'dev', ...hold(0, 30_000) });
    const outcome = push(engine);
    clock.advance(29_998);
    time.advance(30_000);
    expect(isHeld(outcome)).toBe(true);
    clock.advance(2);
    time.advance(2);
    expect(isHeld(outcome)).toBe(false);
    armFault(engine, { account: 'dev', ...hold(0, 30_000) });
    const next = push(engine);
    engine.clock.advance(29_000);
    clock.advance(1000);
    time.advance(1000);
    expect(isHeld(next)).toBe(false);
  });

  it('is let go as soon as a frozen clock is moved there, and sets no timer', () => {
    const { engine, time } = open();
    steerClock(engine, { account: 'dev', mode: 'frozen' });
    armFault(engine, { account: 'dev', ...hold(0, 30_000) });
    const outcome = push(engine);
    expect(time.pending).toBe(0);
    steerClock(engine, { account: 'dev', advance_ms: 29_999 });
    expect(isHeld(outcome)).toBe(true);
    steerClock(engine, { account: 'dev', advance_ms: 1 });
    expect(isHeld(outcome)).toBe(false);
  });

  it('sets a timer again when the clock runs again', () => {
    const { engine, time, pass } = open();
    engine.clock.freeze();
    armFault(engine, { account: 'dev', ...hold(0, 30_000) });
    const outcome = push(engine);
    expect(time.pending).toBe(0);
    engine.clock.follow();
    expect(time.pending).toBe(1);
    pass(30_000);
    expect(isHeld(outcome)).toBe(false);
  });

  it.each<[string, (engine: UserlistEngine) => void]>([
    [
      'its timeline is replaced',
      (engine) => armFault(engine, { account: 'dev', timeline: [{ at_ms: 0, clear: '*' }] }),
    ],
    ['its faults are forgotten', (engine) => engine.reset(['faults'])],
    ['its faults are cleared', (engine) => engine.faults.clear({ account: 'dev' })],
  ])('is let go when %s', (_how, end) => {
    const { engine } = open();
    armFault(engine, { account: 'dev', ...hold(0, 30_000) });
    const outcome = push(engine);
    end(engine);
    expect(isHeld(outcome)).toBe(false);
  });

  it('leaves no timer behind when it ends otherwise', () => {
    const { engine, time } = open();
    for (const account of ['one', 'two']) armFault(engine, { account, ...hold(0, 30_000) });
    expect(time.pending).toBe(1);
    engine.clocks.end(engine.accounts.handleOf('one'));
    expect(time.pending).toBe(1);
    engine.reset(['faults']);
    expect(time.pending).toBe(0);
  });

  it('has a clock that stands still asked again, but not all the time', () => {
    const clock = createManualClock(START);
    const asked: number[] = [];
    let wake = (): void => undefined;
    const engine = createUserlistEngine({
      clock,
      timer: (ms, callback) => {
        asked.push(ms);
        wake = callback;
        return () => undefined;
      },
    });
    armFault(engine, { account: 'dev', ...hold(0, 5) });
    wake();
    wake();
    expect(asked).toEqual([5, 100, 100]);
    clock.advance(5);
    wake();
    expect([engine.timelines.size, asked]).toEqual([0, [5, 100, 100]]);
  });

  it('keeps no process alive', async () => {
    const script = `
      import { armFault, createUserlistEngine } from '@understudy/mock-server';
      armFault(createUserlistEngine(), { timeline: [{ at_ms: 3_600_000, clear: '*' }] });
      process.stdout.write('begun');`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', script],
      { cwd: import.meta.dirname, timeout: 50_000 },
    );
    expect(stdout).toBe('begun');
  });

  it('asks for no timer that would overflow', () => {
    const asked: number[] = [];
    const engine = createUserlistEngine({
      clock: createManualClock(START),
      timer: (ms) => {
        asked.push(ms);
        return () => undefined;
      },
    });
    armFault(engine, { account: 'dev', timeline: [{ at_ms: 100_000_000_000, clear: '*' }] });
    expect(asked).toEqual([2_000_000_000]);
  });
});
