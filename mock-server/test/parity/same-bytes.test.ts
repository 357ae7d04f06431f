import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createManualClock,
  createUserlistEngine,
  type Exchange,
  type UserlistEngine,
} from '../../src/index.ts';
import type { WireDoor } from '../doors/door.ts';
import { openSharedDoor, type SharedDoor } from '../doors/shared-door.ts';
import { type WireDoorName, wireDoors } from '../doors.ts';
import { oddRequests } from '../fronts/odd-requests.ts';
import { unreadableRequests } from '../fronts/unreadable-requests.ts';
import { until } from '../fronts/until.ts';
import { wire } from '../generated-wire.ts';
import { START } from '../stand-in.ts';
import { cellOf } from './abilities.ts';

/** Every run generates the same bytes; fast-check prints it with whatever it finds. */
const SEED = 20_261_126;
const RUNS = 250;
/** What Node reads of a head. */
const HEAD_BYTES = 16_384;

/** Bytes in the order in which they are said. */
type Said = {
  readonly says: readonly (string | Uint8Array)[];
  /** Whether the sender closes its side behind them; else the door closes. */
  readonly leaves: boolean;
  /** Whether something stands behind the first request. If that is still read is a matter of time. */
  readonly hasMore: boolean;
};

const names = Object.keys(wireDoors) as WireDoorName[];

describe(`The same bytes at every door where bytes come in (seed ${SEED})`, () => {
  const opened = new Map<WireDoorName, SharedDoor<WireDoor>>();

  beforeAll(async () => {
    for (const name of names) opened.set(name, await openSharedDoor(wireDoors[name], createUserlistEngine()));
  });

  afterAll(async () => {
    for (const door of opened.values()) await door.close();
  });

  const expectSame = async (said: Said): Promise<Exchange[]> => {
    const all = await Promise.all([...opened].map(([name, door]) => sayTo(name, door, said)));
    const [first] = all;
    if (first === undefined) throw new Error('There are no such doors.');
    for (const { name, received, entries } of all) {
      const toShown = said.hasMore ? toFirstAnswer : (text: string) => text;
      expect(toShown(received), name).toBe(toShown(first.received));
      const isTold = cellOf('longHeadTarget', name) === 'yes' || lengthOf(said) < HEAD_BYTES;
      const toSame = (entry: Exchange) => toEntry(entry, isTold);
      const count = said.hasMore ? 1 : Number.POSITIVE_INFINITY;
      expect(entries.slice(0, count).map(toSame), name).toEqual(first.entries.slice(0, count).map(toSame));
    }
    expect(first.entries.filter(({ crashed }) => crashed)).toEqual([]);
    return first.entries;
  };

  it.each([...unreadableRequests, ...oddRequests])('$what', async ({ says, leaves = false }) => {
    expect(await expectSame({ says, leaves, hasMore: false })).not.toEqual([]);
  });

  it(`${RUNS} requests that nobody should send`, async () => {
    const seen = new Map<number | string | null, number>();
    await fc.assert(
      fc.asyncProperty(wire, async ({ bytes, hasMore }) => {
        const [{ status = 'nothing told' } = {}] = await expectSame({ says: [bytes], leaves: true, hasMore });
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    // A suite whose requests all ended at the door would prove little.
    for (const status of [400, 401, 404, 413, 422, 431, null])
      expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(1);
  });
});

type Outcome = {
  readonly name: WireDoorName;
  /** All that came back, but for the time of day. */
  readonly received: string;
  readonly entries: readonly Exchange[];
};

async function sayTo(
  name: WireDoorName,
  door: SharedDoor<WireDoor>,
  said: Said,
): Promise<Outcome & { entries: Exchange[] }> {
  const engine = createUserlistEngine({ clock: createManualClock(START), rateLimit: 'off' });
  door.leadTo(engine);
  const client = await door.dial();
  for (const words of said.says) client.say(words);
  if (said.leaves) client.socket.end();
  await client.untilClosed();
  await untilSettled(engine);
  const received = client.received.replaceAll(/^Date: .*\r\n/gm, '');
  return { name, received, entries: [...engine.journal.entries()] };
}

const untilSettled = ({ journal }: UserlistEngine): Promise<void> =>
  until(() => [...journal.entries()].every(({ settledMs }) => settledMs !== null));

function toEntry(exchange: Exchange, isTold: boolean): unknown {
  const { door, ownMs, startedMs, settledMs, weight, record, bytes, ...same } = exchange;
  const told = isTold ? {} : { method: '', target: '', reason: '' };
  return { ...same, ...told, body: Buffer.from(bytes).toString('latin1') };
}

const lengthOf = ({ says }: Said): number => says.reduce((sum, each) => sum + each.length, 0);

function toFirstAnswer(text: string): string {
  const bodyAt = text.indexOf('\r\n\r\n') + 4;
  const length = Number(/^content-length: (\d+)\r$/im.exec(text.slice(0, bodyAt))?.[1] ?? 0);
  // One to HEAD has none of the body that it tells of; what follows then is another answer.
  const end = text.indexOf('HTTP/1.1', bodyAt);
  return text.slice(0, end === -1 ? bodyAt + length : Math.min(bodyAt + length, end));
}
