import type { Exchange } from '../engine/exchange.ts';
import type { Journal, JournalNote } from '../engine/journal.ts';
import type { Timer } from '../engine/timer.ts';
import { createJournalReader, type JournalReader } from './journal-reader.ts';
import {
  BEGINNING,
  type CutOff,
  renderBeat,
  renderDropped,
  renderEnd,
  renderHead,
  renderNew,
  renderReset,
  renderSettled,
} from './stream-events.ts';

export type FollowerOptions = {
  readonly journal: Journal;
  readonly timer: Timer;
  /** A handle; undefined for all accounts. */
  readonly account: string | undefined;
  /** The id of the exchange after which to begin; null for now. */
  readonly after: string | null;
  /** Asked of every exchange while requests wait. */
  readonly matches: (exchange: Exchange) => boolean;
  /** The exchange as JSON; null when it is none of those that are followed. Asked only when somebody reads. */
  readonly render: (exchange: Exchange) => string | null;
  /** Called once when it is over, whatever the reason. */
  readonly onEnd: () => void;
};

/** One reader of the journal: what it has not yet read waits here, up to a bound. */
export type Follower = {
  /** The next piece of the stream; waits until there is one. */
  next(): Promise<IteratorResult<string, undefined>>;
  /** Ends it; a reader who is still there is told why. */
  end(reason: CutOff | 'left'): void;
};

/** What waits for a reader beyond this ends its stream. An exchange that is kept only here costs memory. */
const MOST_NOTES = 2000;
const MOST_BYTES = 8 * 1024 * 1024;
const BEAT_MS = 15_000;

/** Begins to follow the journal. What comes before the present is read from the journal, so that none is there twice. */
export function createFollower(options: FollowerOptions): Follower {
  const { journal, timer, account, after, matches, render, onEnd } = options;
  const { newest } = journal;
  // Ids of another life of the stand-in may be beyond all of this one.
  const isForeign = after !== null && after > newest && after !== BEGINNING;
  const from = isForeign ? BEGINNING : after;
  const news: string[] = [renderHead(from ?? (newest === '' ? BEGINNING : newest))];
  if (isForeign || (from !== null && journal.forgotAt >= from)) news.push(renderReset(null));
  let past: JournalReader | null =
    from === null ? null : createJournalReader({ journal, account, after: from, upTo: newest, matches });
  let notes: JournalNote[] = [];
  let bytes = 0;
  let isBeatDue = false;
  let isOver = false;
  let waiting: (() => void)[] = [];

  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const each of woken) each();
  };

  const end = (reason: CutOff | 'left'): void => {
    if (isOver) return;
    isOver = true;
    unsubscribe();
    cancelBeat();
    [past, notes, news.length] = [null, [], 0];
    if (reason !== 'left') news.push(renderEnd(reason));
    onEnd();
    wake();
  };

  const keep = (note: JournalNote, weight: number): void => {
    notes.push(note);
    bytes += weight;
    if (notes.length > MOST_NOTES || (bytes > MOST_BYTES && notes.length > 1)) end('too_slow');
    else wake();
  };

  /** Runs while a request waits for its answer. */
  const hear = (note: JournalNote): void => {
    if (note.kind === 'reset') {
      if (account === undefined || note.account === undefined || note.account === account) keep(note, 0);
      return;
    }
    const { exchange } = note;
    if (!matches(exchange)) return;
    // The past will tell this itself when it gets there.
    if (note.kind === 'settled' && past !== null && exchange.id > past.position && exchange.id <= newest)
      return;
    keep(note, exchange.weight);
  };

  const tellPast = ({ id, settledMs }: Exchange, json: string): string =>
    settledMs === null ? renderNew(id, json) : renderNew(id, json) + renderSettled(json);

  const takePast = (): string | null => {
    while (past !== null) {
      const found = past.next();
      if (found === 'gap') return renderDropped(journal.dropped);
      if (found === null) {
        past = null;
        return null;
      }
      const json = render(found);
      if (json !== null) return tellPast(found, json);
    }
    return null;
  };

  const takeNote = (): string | null => {
    for (;;) {
      const note = notes.shift();
      if (note === undefined) return null;
      if (note.kind === 'reset') return renderReset(note.account ?? null);
      bytes -= note.exchange.weight;
      const json = render(note.exchange);
      if (json !== null)
        return note.kind === 'exchange' ? renderNew(note.exchange.id, json) : renderSettled(json);
    }
  };

  const takeBeat = (): string | null => {
    if (!isBeatDue) return null;
    isBeatDue = false;
    return renderBeat();
  };

  let cancelBeat = (): void => undefined;
  const beat = (): void => {
    isBeatDue = true;
    cancelBeat = timer(BEAT_MS, beat);
    wake();
  };
  cancelBeat = timer(BEAT_MS, beat);
  const unsubscribe = journal.subscribe(hear);

  return {
    async next() {
      for (;;) {
        const value = news.shift() ?? takePast() ?? takeNote() ?? takeBeat();
        if (value !== null) return { done: false, value };
        if (isOver) return { done: true, value: undefined };
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    end,
  };
}
