import type { JsonObject } from '../../../engine/json.ts';
import { type Applied, toCreated } from './applied.ts';
import { toMs } from './moments.ts';
import { withoutNulls } from './properties.ts';
import type { CompanyRecord, EventRecord, MessageRecord, Moment, UserRecord } from './records.ts';
import { noteGone, noteUnsaved } from './unsaved.ts';
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
  const event = { order: takeOrder(world), name, ...ends, occurredAt, properties, weight };
  world.events.push(event);
  noteUnsaved(world, 'event', event);
  const { user, company } = ends;
  if (user !== null && isLater(occurredAt, user.lastSeenAt)) {
    user.lastSeenAt = occurredAt;
    noteUnsaved(world, 'user', user);
  }
  if (company !== null && isLater(occurredAt, company.lastSeenAt)) {
    company.lastSeenAt = occurredAt;
    noteUnsaved(world, 'company', company);
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
  const message = { order: takeOrder(world), id, ...ends, attributes, weight };
  world.messages.push(message);
  noteUnsaved(world, 'message', message);
  return toCreated(id, 0);
}

/** Takes away the events that a test picks. */
export function forgetEvents(world: World, goes: (event: EventRecord) => boolean): void {
  world.events.retain((event) => {
    const isGone = goes(event);
    if (isGone) noteGone(world, event);
    return !isGone;
  });
}

/** Takes away the messages that a test picks. */
export function forgetMessages(world: World, goes: (message: MessageRecord) => boolean): void {
  world.messages.retain((message) => {
    const isGone = goes(message);
    if (isGone) noteGone(world, message);
    return !isGone;
  });
}
