/** Why a stream ends although its reader is still there. */
export type CutOff = 'too_slow' | 'too_many' | 'stopping';

/** Sorts before every exchange. */
export const BEGINNING = 'ex_';

/** How long a browser waits until it resumes. */
const RETRY_MS = 1000;

const WORDS: Readonly<Record<CutOff, string>> = {
  too_slow: 'More came than was read; resume with the Last-Event-ID.',
  too_many: 'As many readers follow the journal as may; let one of them leave first.',
  stopping: 'The stand-in is stopping; nothing more will come.',
};

/**
 * What comes first. A reader who is cut off before any exchange came resumes from the id here; no event goes with it,
 * since it has no data.
 */
export function renderHead(id: string): string {
  return `: The journal of Understudy, as it grows.\nretry: ${RETRY_MS}\nid: ${id}\n\n`;
}

/** An exchange as JSON, with its id as that of the event. */
export function renderNew(id: string, json: string): string {
  return `event: exchange\nid: ${id}\ndata: ${json}\n\n`;
}

/** The same when it is known how much of its answer left; without an id, since others may have come between. */
export function renderSettled(json: string): string {
  return `event: settled\ndata: ${json}\n\n`;
}

/** Without an account, everything may have been forgotten. */
export function renderReset(account: string | null): string {
  return `event: reset\ndata: ${JSON.stringify({ account })}\n\n`;
}

/** So many the journal had to let go in all; what is missing here is among them. */
export function renderDropped(dropped: number): string {
  return `event: dropped\ndata: ${JSON.stringify({ dropped })}\n\n`;
}

/** Keeps proxies from taking a quiet stream for a dead one. */
export function renderBeat(): string {
  return ': still here\n\n';
}

export function renderEnd(reason: CutOff): string {
  return `event: end\ndata: ${JSON.stringify({ reason, message: WORDS[reason] })}\n\n`;
}
