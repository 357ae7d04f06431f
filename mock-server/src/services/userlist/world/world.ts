import { createRing, type Ring } from '../../../engine/ring.ts';
import { createEmailIndex, type EmailIndex } from './email-index.ts';
import type { CompanyRecord, EventRecord, MessageRecord, UserRecord } from './records.ts';

/** The state of one account; changed in place, so that a million users cost what they weigh. */
export type World = {
  readonly users: Set<UserRecord>;
  readonly usersByIdentifier: Map<string, UserRecord>;
  readonly usersByEmail: EmailIndex;
  readonly companies: Map<string, CompanyRecord>;
  readonly events: Ring<EventRecord>;
  readonly messages: Ring<MessageRecord>;
  /** How many relationships there are. */
  relationshipCount: number;
  /** The order of the next record. */
  nextOrder: number;
};

/** Events and messages are only ever added, so each account keeps the newest of them. [assumed] */
export const MOST_KEPT = 10_000;

export function createWorld(): World {
  return {
    users: new Set(),
    usersByIdentifier: new Map(),
    usersByEmail: createEmailIndex(),
    companies: new Map(),
    events: createRing<EventRecord>(MOST_KEPT, Number.POSITIVE_INFINITY, () => 1),
    messages: createRing<MessageRecord>(MOST_KEPT, Number.POSITIVE_INFINITY, () => 1),
    relationshipCount: 0,
    nextOrder: 1,
  };
}

export function takeOrder(world: World): number {
  const order = world.nextOrder;
  world.nextOrder += 1;
  return order;
}
