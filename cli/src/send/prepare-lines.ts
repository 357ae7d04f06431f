import { type Dialect, type PushRequest, toPushRequests } from '@understudy/transformer';
import type { Line } from './read-lines.ts';
import { readMessage } from './read-message.ts';
import { findLostDigits } from './request-ids.ts';

/** What is to be done for a line. */
export type Prepared =
  | {
      readonly kind: 'requests';
      readonly line: number;
      /** Size of the line; its requests are hardly larger. */
      readonly bytes: number;
      readonly requests: readonly PushRequest[];
    }
  | {
      readonly kind: 'skipped' | 'rejected' | 'unreadable' | 'foreign';
      readonly line: number;
      readonly reason: string;
    };

/** Turns lines into the requests they stand for, or the reasons why there are none. */
export async function* prepareLines(lines: AsyncIterable<Line>, dialect: Dialect): AsyncGenerator<Prepared> {
  let isFirst = true;
  for await (const line of lines) {
    const remedy = isFirst && line.kind === 'text' ? SPREAD.get(line.text.trim()) : undefined;
    if (remedy !== undefined) {
      const reason = `The file looks like JSON over several lines; write one message a line, for example with ${remedy}.`;
      yield { kind: 'foreign', line: line.number, reason };
      return;
    }
    isFirst = false;
    yield prepare(line, dialect);
  }
}

/** First lines of JSON that is spread over several, each of which would be reported otherwise, and the way out. */
const SPREAD: ReadonlyMap<string, string> = new Map([
  ['[', "`jq -c '.[]'`"],
  ['{', '`jq -c .`'],
]);

function prepare(line: Line, dialect: Dialect): Prepared {
  const { number } = line;
  if (line.kind !== 'text') return { kind: line.kind, line: number, reason: line.reason };
  const reading = readMessage(line.text);
  if (reading.kind === 'unreadable') return { ...reading, line: number };
  const outcome = toPushRequests(reading.message, { dialect });
  if (outcome.kind !== 'requests') return { kind: outcome.kind, line: number, reason: outcome.reason };
  for (const request of outcome.requests) {
    const id = findLostDigits(request);
    if (id !== undefined) {
      const reason = `An id of this message has more digits than a number can hold and would become ${id}: send ids as text.`;
      return { kind: 'rejected', line: number, reason };
    }
  }
  return { kind: 'requests', line: number, bytes: line.bytes, requests: outcome.requests };
}
