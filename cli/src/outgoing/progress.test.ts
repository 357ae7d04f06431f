import { describe, expect, it } from 'vitest';
import { type ProgressView, renderProgress, showProgress } from './progress.ts';

const view: ProgressView = { read: 400, sent: 120, skipped: 0, problems: 0, pauseMs: 0, isLost: false };

/** A terminal that remembers, and a timer that runs when it is told to. */
function setUp(isTerminal: boolean) {
  const written: string[] = [];
  let redraw = () => {};
  let ended = false;
  const every = (_ms: number, callback: () => void) => {
    redraw = callback;
    return () => {
      ended = true;
    };
  };
  const hide = showProgress({ write: (text) => written.push(text), isTerminal }, every, () => view);
  return { written, redraw: () => redraw(), hide, isEnded: () => ended };
}

describe('the progress', () => {
  it.each<[Partial<ProgressView>, string]>([
    [{}, 'sent 120 of 400'],
    [{ skipped: 2, problems: 3 }, 'sent 120 of 400, skipped 2, problems 3'],
    [{ pauseMs: 11_001 }, 'sent 120 of 400, waiting 12 s for the rate limit'],
    [{ pauseMs: -5 }, 'sent 120 of 400'],
    [{ isLost: true, pauseMs: 5 }, 'sent 120 of 400, no connection, trying again'],
  ])('says what is going on: %o', (change, text) => {
    expect(renderProgress({ ...view, ...change })).toBe(text);
  });

  it('fits into a line of eighty columns', () => {
    const wide = {
      read: 9_999_999_999,
      sent: 9_999_999_999,
      skipped: 9_999_999_999,
      problems: 9_999_999_999,
    };
    expect(renderProgress({ ...wide, pauseMs: 60_000, isLost: false }).length).toBeLessThan(80);
    expect(renderProgress({ ...wide, pauseMs: 0, isLost: true }).length).toBeLessThan(80);
  });

  it('is one line that is written again, and gone at the end', () => {
    const { written, redraw, hide, isEnded } = setUp(true);
    redraw();
    redraw();
    hide();
    const line = '\r\u001b[2Ksent 120 of 400';
    expect(written).toEqual([line, line, '\r\u001b[2K']);
    expect(isEnded()).toBe(true);
  });

  it('is nothing where no terminal is', () => {
    const { written, redraw, hide } = setUp(false);
    redraw();
    hide();
    expect(written).toEqual([]);
  });
});
