import { createRing, type Ring } from '../../../engine/ring.ts';
import { createEmailIndex, type EmailIndex } from './email-index.ts';
import type { CompanyRecord, EventRecord, MessageRecord } from './records.ts';
import type { Unsaved } from './unsaved.ts';
import { createUserIndex, type UserIndex } from './user-index.ts';

/** The state of one account; changed in place, so that a million users cost what they weigh. */
export type World = {
  readonly users: UserIndex;
  readonly usersByEmail: EmailIndex;
  readonly companies: Map<string, CompanyRecord>;
  readonly events: Ring<EventRecord>;
  readonly messages: Ring<MessageRecord>;
  /** How many relationships there are. */
  relationshipCount: number;
  /** The order of the next record. */
  nextOrder: number;
  /** Null in a world that is not saved. */
  readonly unsaved: Unsaved | null;
};

/** Makes the empty state of an account; of events and of messages, which are only ever added, it keeps the newest. [assumed] */
export function createWorld(mostKept: number, mostBytes: number, unsaved: Unsaved | null = null): World {
  return {
    users: createUserIndex(),
    usersByEmail: createEmailIndex(),
    companies: new Map(),
    events: createRing<EventRecord>(mostKept, mostBytes, ({ weight }) => weight),
    messages: createRing<MessageRecord>(mostKept, mostBytes, ({ weight }) => weight),
    relationshipCount: 0,
    nextOrder: 1,
    unsaved,
  };
}

/** Takes the next place in the order of creation; places are never given twice. */
export function takeOrder(world: World): number {
  const order = world.nextOrder;
  world.nextOrder += 1;
  return order;
}
