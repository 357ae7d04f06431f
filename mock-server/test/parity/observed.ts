import type { Fault } from '../../src/engine/faults/fault.ts';
import type { Exchange, UserlistEngine } from '../../src/index.ts';
import { BrokenReply } from '../doors/broken-reply.ts';
import type { Reply, Sent } from '../doors.ts';
import { portrayAll } from '../store/portrait.ts';
import type { RememberingStore } from '../store/remembering-store.ts';
import { TRANSPORT_HEADERS } from './transport.ts';

/** What a sender sees: an answer, what came of one, or that there is none. */
export type Seen = { readonly reply: Reply; readonly isWhole: boolean } | 'nothing';

export async function look(answer: Promise<Reply>): Promise<Seen> {
  try {
    return { reply: withoutTransport(await answer), isWhole: true };
  } catch (error) {
    return error instanceof BrokenReply
      ? { reply: withoutTransport(error.reply), isWhole: false }
      : 'nothing';
  }
}

function withoutTransport(reply: Reply): Reply {
  const headers = Object.entries(reply.headers).filter(([name]) => !(name in TRANSPORT_HEADERS));
  return { ...reply, headers: Object.fromEntries(headers.sort()) };
}

/** What the journal has of a request, but for how long it took and by which door it came. */
export function toEntry(engine: UserlistEngine, exchange: Exchange, { headers }: Sent): unknown {
  const { bytes, rawHeaders, fired, door, ownMs, startedMs, settledMs, record, weight, ...same } = exchange;
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return {
    ...same,
    // A slow body takes as long as it takes.
    injectedMs: fired?.fault.effect.bytes_per_second === undefined ? exchange.injectedMs : null,
    body: Buffer.from(bytes).toString('latin1'),
    headers: joined(rawHeaders).filter(([name]) => names.has(name)),
    fault: fired === null ? null : { name: fired.fault.name, delayMs: fired.delayMs },
    explanation: engine.service.explain(exchange),
  };
}

/** The headers that were sent, with their names as the journal has them. */
export function toSpelling({ rawHeaders }: Exchange, { headers }: Sent): string[] {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return rawHeaders.filter((_, at) => names.has((rawHeaders[at - (at % 2)] ?? '').toLowerCase()));
}

/** Names in lower case, with the values of each in one. */
function joined(rawHeaders: readonly string[]): [string, string][] {
  const all = new Map<string, string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    const before = all.get(name);
    const between = name === 'cookie' ? '; ' : ', ';
    all.set(name, `${before === undefined ? '' : before + between}${rawHeaders[at + 1]}`.trim());
  }
  return [...all].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** How often a fault was asked about, fired, and had its way. */
export function toCounts({ offered, fired, delivered }: Fault): unknown {
  return { offered, fired, delivered };
}

/** All that is left of a story: what is stored, seen and unseen, what was written, and where accounts stand. */
export function toEnding(engine: UserlistEngine, store: RememberingStore | null): unknown {
  return {
    stored: portrayAll(engine),
    accounts: engine.accounts.list().map(({ handle, maskedKey, configured, requests, limiter, world }) => ({
      handle,
      maskedKey,
      configured,
      requests,
      limiter: limiter.state(engine.clock.now()),
      dump: store === null ? null : JSON.stringify([...engine.service.changes(world)]),
    })),
    written: store?.batches
      .flat()
      .map((entry) =>
        entry.kind === 'call' ? { ...entry, bytes: Buffer.from(entry.bytes).toString('latin1') } : entry,
      ),
  };
}

/** What became of all requests, counted, but for how long slow bodies took. */
export function toTally({ tally }: UserlistEngine): unknown {
  const rows = tally.rows().map(({ injectedMs: _, ...counts }) => counts);
  return { rows, limiterRefusals: tally.limiterRefusals };
}
