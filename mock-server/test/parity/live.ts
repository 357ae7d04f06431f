import { setImmediate as turn } from 'node:timers/promises';
import {
  changeSettings,
  createManualClock,
  createUserlistEngine,
  type FaultEffect,
  type ManualClock,
  type UserlistEngine,
} from '../../src/index.ts';
import { openEngineDoor } from '../doors/engine-door.ts';
import type { SharedDoor } from '../doors/shared-door.ts';
import type { DoorName, Reply, Sent } from '../doors.ts';
import { START } from '../stand-in.ts';
import { createRememberingStore } from '../store/remembering-store.ts';
import { type Ability, abilities, abilityNames, cellOf } from './abilities.ts';
import type { Step, Story } from './generated-steps.ts';
import { look, type Seen, toCounts, toEnding, toEntry, toSpelling, toTally } from './observed.ts';

/** Far more than any answer takes, on however slow a machine. */
const MOST_TURNS = 200_000;

/** What became of one step; null where the door cannot do it as others do. */
export type Observed = {
  readonly seen: Seen;
  readonly entries: readonly unknown[];
  readonly statuses: readonly (number | null)[];
  readonly fault: unknown;
  /** Header names as the journal has them, where the door tells how they were spelled. */
  readonly spelled: readonly string[] | null;
} | null;

/** What became of a story at one door. */
export type Lived = {
  readonly observed: readonly Observed[];
  readonly ending: unknown;
  /** What became of all requests, counted; null where the door left some out. */
  readonly tally: unknown;
};

type Scene = {
  readonly name: DoorName;
  readonly door: SharedDoor;
  readonly engine: UserlistEngine;
  readonly clock: ManualClock;
};

/** Has a story happen to a fresh engine behind a door. */
export async function live(
  name: DoorName,
  door: SharedDoor,
  { options, isKept, steps }: Story,
): Promise<Lived> {
  const clock = createManualClock(START);
  const store = createRememberingStore();
  const engine = createUserlistEngine({ ...options, clock, ...(isKept ? { store } : {}) });
  door.leadTo(engine);
  const observed: Observed[] = [];
  for (const step of steps) observed.push(await undergo({ name, door, engine, clock }, step));
  const crashed = [...engine.journal.entries()].find((exchange) => exchange.crashed);
  if (crashed !== undefined) throw new Error(`At ${name}: ${crashed.reason}`);
  return {
    observed,
    ending: toEnding(engine, isKept ? store : null),
    tally: observed.includes(null) ? null : toTally(engine),
  };
}

async function undergo(scene: Scene, step: Step): Promise<Observed> {
  const { engine, clock } = scene;
  switch (step.kind) {
    case 'pass':
      clock.advance(step.ms);
      return NOTHING;
    case 'set':
      if (engine.accounts.admits('dev')) changeSettings(engine, 'dev', step.change);
      return NOTHING;
    case 'send':
      return ask(scene, step);
  }
}

const NOTHING: Observed = { seen: 'nothing', entries: [], statuses: [], fault: null, spelled: null };

async function ask({ name, door, engine }: Scene, step: Step & { kind: 'send' }): Promise<Observed> {
  const { sent, effect } = step;
  const fault = effect === null ? null : engine.faults.arm({ times: 1, mark: true, effect });
  const before = engine.journal.size;
  try {
    if (!isAble(name, sent, effect)) {
      await look(sendAround(engine, sent));
      return null;
    }
    const seen = await look(door.send({ ...sent, isLast: effect !== null }));
    await untilSettled(engine, before);
    const entries = [...engine.journal.entries()].slice(before);
    return {
      seen,
      entries: entries.map((entry) => toEntry(engine, entry, sent)),
      statuses: entries.map(({ status }) => status),
      fault: fault === null ? null : toCounts(fault),
      spelled:
        cellOf('spelling', name) === 'yes' ? entries.flatMap((entry) => toSpelling(entry, sent)) : null,
    };
  } finally {
    engine.faults.clear();
  }
}

/** Whether a door does with a request, and with what is done to its answer, all that the best of them do. */
function isAble(door: DoorName, sent: Sent, effect: FaultEffect | null): boolean {
  return abilityNames.every((name) => {
    const { needs }: Ability = abilities[name];
    return cellOf(name, door) === 'yes' || !needs(sent, effect);
  });
}

/** Who cannot do it has it put to the engine, so that what follows can be compared. */
async function sendAround(engine: UserlistEngine, sent: Sent): Promise<Reply> {
  const door = await openEngineDoor(engine);
  return door.send(sent);
}

/** Waits until the journal has more than so many exchanges, all of whose ends are known. */
async function untilSettled({ journal }: UserlistEngine, before: number): Promise<void> {
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const isSettled = [...journal.entries()].every(({ settledMs }) => settledMs !== null);
    if (journal.size > before && isSettled) return;
    await turn();
  }
  throw new Error(`Of a request nothing, or not its end, is in the journal after ${MOST_TURNS} turns.`);
}
