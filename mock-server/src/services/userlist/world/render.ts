import { below, isObject, type JsonObject } from '../../../engine/json.ts';
import { isIsoTimestamp } from '../timestamp.ts';
import { renderMoment } from './moments.ts';
import type { CompanyRecord, EventRecord, MessageRecord, RelationshipRecord, UserRecord } from './records.ts';

const MOST_EMBEDDED = 1000;
/** Characters of JSON; a relationship repeats the identifiers of both its sides, which may be long. */
const MOST_EMBEDDED_LENGTH = 1024 * 1024;

/** A user as the desk shows it. */
export function renderUser(user: UserRecord): JsonObject {
  return {
    identifier: user.identifier,
    email: user.email,
    signed_up_at: renderMoment(user.signedUpAt),
    last_seen_at: renderMoment(user.lastSeenAt),
    properties: structuredClone(user.properties),
    timestamps: timestampsIn(user.properties),
    preferences: [...(user.preferences ?? [])].map(([topic, subscribed]) => ({ topic, subscribed })),
    ...renderEmbedded(user.relationships),
  };
}

/** A company as the desk shows it. */
export function renderCompany(company: CompanyRecord): JsonObject {
  return {
    identifier: company.identifier,
    name: company.name,
    signed_up_at: renderMoment(company.signedUpAt),
    last_seen_at: renderMoment(company.lastSeenAt),
    properties: structuredClone(company.properties),
    timestamps: timestampsIn(company.properties),
    ...renderEmbedded(company.relationships),
  };
}

/** The relationships of a user or company, as many as one answer can hold, and how many those are not. */
function renderEmbedded(
  relationships: UserRecord['relationships'] | CompanyRecord['relationships'],
): JsonObject {
  const shown: JsonObject[] = [];
  let length = 0;
  for (const relationship of relationships?.values() ?? []) {
    const rendered = renderRelationship(relationship);
    length += JSON.stringify(rendered).length;
    if (shown.length === MOST_EMBEDDED || (shown.length > 0 && length > MOST_EMBEDDED_LENGTH)) break;
    shown.push(rendered);
  }
  const dropped = (relationships?.size ?? 0) - shown.length;
  return { relationships: shown, ...(dropped > 0 ? { relationships_dropped: dropped } : {}) };
}

/** A relationship as the desk shows it. */
export function renderRelationship(relationship: RelationshipRecord): JsonObject {
  return {
    user: renderUserName(relationship.user),
    company: relationship.company.identifier,
    properties: structuredClone(relationship.properties),
  };
}

/** An event as the desk shows it. */
export function renderEvent(event: EventRecord): JsonObject {
  return {
    name: event.name,
    user: renderUserName(event.user),
    company: event.company?.identifier ?? null,
    occurred_at: renderMoment(event.occurredAt),
    properties: structuredClone(event.properties),
  };
}

/** A message as the desk shows it. */
export function renderMessage(message: MessageRecord): JsonObject {
  return {
    id: message.id,
    user: renderUserName(message.user),
    company: message.company?.identifier ?? null,
    ...structuredClone(message.attributes),
  };
}

/** A user in a list of others: the identifier, or the email of one who has none. */
function renderUserName(user: UserRecord | null): string | JsonObject | null {
  if (user === null) return null;
  return user.identifier ?? { email: user.email };
}

/** Each place repeats all names above it, so a few hundred bytes of body could otherwise be shown as megabytes. */
const MOST_TIMESTAMPS = 1000;
const LONGEST_PLACE = 1000;

/** The places of texts that Userlist recognises as timestamps, the first thousand of them. [documented] */
function timestampsIn(properties: JsonObject): string[] {
  const places: string[] = [];
  const visit = (value: unknown, pointer: string): void => {
    if (places.length === MOST_TIMESTAMPS || pointer.length > LONGEST_PLACE) return;
    if (typeof value === 'string') {
      if (isIsoTimestamp(value)) places.push(pointer);
    } else if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) visit(entry, below(pointer, index));
    } else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) visit(inner, below(pointer, name));
    }
  };
  visit(properties, '');
  return places;
}
