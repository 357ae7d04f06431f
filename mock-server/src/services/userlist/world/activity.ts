import type { JsonObject } from '../../../engine/json.ts';
import { type Applied, toCreated } from './applied.ts';
import { withoutNulls } from './properties.ts';
import type { CompanyRecord, Moment, UserRecord } from './records.ts';
import { takeOrder, type World } from './world.ts';

/** Who did something or is written to. */
export type Ends = { readonly user: UserRecord | null; readonly company: CompanyRecord | null };

export function addEvent(
  world: World,
  name: string,
  ends: Ends,
  given: string | null,
  properties: JsonObject,
  now: number,
): Applied {
  const occurredAt: Moment = given ?? now;
  withoutNulls(properties);
  world.events.push({ order: takeOrder(world), name, ...ends, occurredAt, properties });
  for (const end of [ends.user, ends.company]) {
    if (end !== null && isLater(occurredAt, end.lastSeenAt)) end.lastSeenAt = occurredAt;
  }
  return toCreated(name, now);
}

/** An old event that arrives late must not take a user back in time. */
function isLater(moment: Moment, than: Moment | null): boolean {
  return than === null || toMs(moment) > toMs(than);
}

function toMs(moment: Moment): number {
  return typeof moment === 'number' ? moment : Date.parse(moment);
}

export function addMessage(world: World, id: string, ends: Ends, attributes: JsonObject): Applied {
  world.messages.push({ order: takeOrder(world), id, ...ends, attributes });
  return toCreated(id, 0);
}
