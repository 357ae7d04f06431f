import type { DeskDoor } from '../../src/fronts/desk-door.ts';

/** A desk whose every answer comes piece by piece, as the test has it. */
export type PieceDesk = DeskDoor & {
  /** Offers a piece. */
  say(piece: string): void;
  end(): void;
  fail(): void;
  /** How many pieces were asked for, the one that is waited for too. */
  readonly asked: number;
  /** How many answers were ended by the one who read them. */
  readonly returned: number;
  /** How many answers nobody waits for any more, as the signal says. */
  readonly abandoned: number;
  readonly isClosed: boolean;
};

export function createPieceDesk(): PieceDesk {
  const offered: string[] = [];
  let state: 'open' | 'ended' | 'failed' = 'open';
  let waiting: (() => void) | null = null;
  let asked = 0;
  let returned = 0;
  let abandoned = 0;
  let isClosed = false;

  const wake = (): void => {
    waiting?.();
    waiting = null;
  };

  const next = async (): Promise<IteratorResult<string>> => {
    asked += 1;
    for (;;) {
      const piece = offered.shift();
      if (piece !== undefined) return { done: false, value: piece };
      if (state === 'ended') return { done: true, value: undefined };
      if (state === 'failed') throw new Error('no more');
      await new Promise<void>((resolve) => {
        waiting = resolve;
      });
    }
  };

  return {
    prefix: '/_control',
    answer(_, signal) {
      signal?.addEventListener('abort', () => {
        abandoned += 1;
      });
      const iterator = {
        next,
        async return() {
          returned += 1;
          return { done: true as const, value: undefined };
        },
      };
      return {
        status: 200,
        reason: 'OK',
        headers: ['Content-Type', 'text/event-stream'],
        close: false,
        pieces: { [Symbol.asyncIterator]: () => iterator },
      };
    },
    close() {
      isClosed = true;
    },
    say(piece) {
      offered.push(piece);
      wake();
    },
    end() {
      state = 'ended';
      wake();
    },
    fail() {
      state = 'failed';
      wake();
    },
    get asked() {
      return asked;
    },
    get returned() {
      return returned;
    },
    get abandoned() {
      return abandoned;
    },
    get isClosed() {
      return isClosed;
    },
  };
}
