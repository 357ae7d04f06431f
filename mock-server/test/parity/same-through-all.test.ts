import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUserlistEngine } from '../../src/index.ts';
import { openSharedDoor, type SharedDoor } from '../doors/shared-door.ts';
import { type DoorName, doorNames, doors } from '../doors.ts';
import { type Step, type Story, story } from './generated-steps.ts';
import { type Lived, live } from './live.ts';
import { TRANSPORT_HEADERS } from './transport.ts';

/** Every run generates the same stories; fast-check prints it with whatever it finds. */
const SEED = 20_261_125;
const RUNS = 150;

type Found = readonly (readonly [DoorName, unknown])[];

describe(`${RUNS} stories, each through every door (seed ${SEED})`, () => {
  const opened = new Map<DoorName, SharedDoor>();
  const open = (name: DoorName): Promise<SharedDoor> => openSharedDoor(doors[name], createUserlistEngine());

  beforeAll(async () => {
    // While that of MSW is open, the network of the process is MSW's.
    for (const name of doorNames) if (name !== 'msw') opened.set(name, await open(name));
  });

  afterAll(async () => {
    for (const door of opened.values()) await door.close();
  });

  const liveAt = async (name: DoorName, told: Story): Promise<Lived> => {
    const shared = opened.get(name);
    if (shared !== undefined) return live(name, shared, told);
    const own = await open(name);
    return live(name, own, told).finally(() => own.close());
  };

  it('get the same answers, leave the same journal and state, and count the same', async () => {
    const compared = new Map<DoorName, number>(doorNames.map((name) => [name, 0]));
    const statuses = new Map<number | null, number>();

    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const lives: [DoorName, Lived][] = [];
        for (const name of doorNames) lives.push([name, await liveAt(name, told)]);

        for (const [at, step] of told.steps.entries()) {
          const able = lives.flatMap(([name, { observed }]) => {
            const each = observed[at] ?? null;
            return each === null ? [] : [[name, each] as const];
          });
          expectSame(
            render(step, at),
            able.map(([name, { spelled: _, ...same }]) => [name, same]),
          );
          const spelled = able.map(([name, each]) => [name, each.spelled] as const);
          expectSame(
            render(step, at),
            spelled.filter(([, names]) => names !== null),
          );
          if (step.kind !== 'send') continue;
          for (const [name] of able) compared.set(name, (compared.get(name) ?? 0) + 1);
          for (const status of able[0]?.[1].statuses ?? [])
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
        expectSame(
          'in the end',
          lives.map(([name, { ending }]) => [name, ending]),
        );
        const tallies = lives.map(([name, { tally }]) => [name, tally] as const);
        expectSame(
          'all counted',
          tallies.filter(([, tally]) => tally !== null),
        );
      }),
      { seed: SEED, numRuns: RUNS },
    );

    // A suite that compared little would prove little.
    for (const [name, times] of compared) expect(times, name).toBeGreaterThan(800);
    for (const status of [202, 400, 401, 403, 404, 413, 422, 429, 503, null])
      expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(5);
  }, 600_000);
});

it.each(Object.keys(TRANSPORT_HEADERS))(
  'The header %s is left out since not every answer has it',
  async (header) => {
    const has: boolean[] = [];
    for (const name of doorNames) {
      const door = await doors[name](createUserlistEngine());
      const reply = await door.send({ method: 'GET', target: '/', headers: [], body: new Uint8Array(0) });
      await door.close();
      has.push(header in reply.headers);
    }
    expect(new Set(has)).toEqual(new Set([true, false]));
  },
);

it('A body that is read no further than the cap is refused by every door in the same words', async () => {
  const body = new Uint8Array(17 * 1024 * 1024).fill(0x20);
  const step = {
    kind: 'send',
    effect: null,
    sent: { method: 'POST', target: '/users', headers: [], body },
  } as const;
  const found: [DoorName, unknown][] = [];
  for (const name of doorNames) {
    const door = await openSharedDoor(doors[name], createUserlistEngine());
    const { observed } = await live(name, door, { options: {}, isKept: false, steps: [step] });
    await door.close();
    found.push([name, { ...observed[0], spelled: null }]);
  }
  expect(found[0]?.[1]).toMatchObject({
    seen: { reply: { status: 413 } },
    entries: [{ size: 16 * 1024 * 1024 }],
  });
  expectSame('all in all', found);
});

/** Says that all doors came to the same; they are told by the first that did not. */
function expectSame(when: string, [first, ...others]: Found): void {
  for (const [name, found] of others) {
    if (!isDeepStrictEqual(found, first?.[1]))
      expect(found, `${when}, ${name} beside ${first?.[0]}`).toEqual(first?.[1]);
  }
}

function render(step: Step, at: number): string {
  if (step.kind !== 'send') return `step ${at}`;
  const { sent, effect } = step;
  return `step ${at}, ${JSON.stringify({ ...sent, body: new TextDecoder().decode(sent.body).slice(0, 300), effect })}`;
}
