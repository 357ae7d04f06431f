import type { JsonObject } from '../../../engine/json.ts';
import { type Applied, toCreated } from './applied.ts';
import { toMs } from './moments.ts';
import { withoutNulls } from './properties.ts';
import type { CompanyRecord, Moment, UserRecord } from './records.ts';
import { weighJson } from './weigh.ts';
import { takeOrder, type World } from './world.ts';

/** Who did something or is written to. */
export type Ends = { readonly user: UserRecord | null; readonly company: CompanyRecord | null };

/** Stores an event, at `now` unless it says when, and moves `last_seen_at` of user and company forward to it. */
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
  const weight = weighJson(properties) + name.length;
  world.events.push({ order: takeOrder(world), name, ...ends, occurredAt, properties, weight });
  for (const end of [ends.user, ends.company]) {
    if (end !== null && isLater(occurredAt, end.lastSeenAt)) end.lastSeenAt = occurredAt;
  }
  return toCreated(name, now);
}

/** An old event that arrives late must not take a user back in time. */
function isLater(moment: Moment, than: Moment | null): boolean {
  return than === null || toMs(moment) > toMs(than);
}

/** Stores a message under the id that it was given. */
export function addMessage(world: World, id: string, ends: Ends, attributes: JsonObject): Applied {
  const weight = weighJson(attributes);
  world.messages.push({ order: takeOrder(world), id, ...ends, attributes, weight });
  return toCreated(id, 0);
}
