import { below, isObject, type JsonObject } from '../../../engine/json.ts';
import { isIsoTimestamp, renderTimestamp } from '../timestamp.ts';
import type {
  CompanyRecord,
  EventRecord,
  MessageRecord,
  Moment,
  RelationshipRecord,
  UserRecord,
} from './records.ts';

/** A user as the desk shows it. */
export function renderUser(user: UserRecord): JsonObject {
  return {
    identifier: user.identifier,
    email: user.email,
    signed_up_at: renderMoment(user.signedUpAt),
    last_seen_at: renderMoment(user.lastSeenAt),
    properties: structuredClone(user.properties),
    timestamps: timestampsIn(user.properties, ''),
    preferences: [...(user.preferences ?? [])].map(([topic, subscribed]) => ({ topic, subscribed })),
    relationships: [...(user.relationships?.values() ?? [])].map(renderRelationship),
  };
}

export function renderCompany(company: CompanyRecord): JsonObject {
  return {
    identifier: company.identifier,
    name: company.name,
    signed_up_at: renderMoment(company.signedUpAt),
    last_seen_at: renderMoment(company.lastSeenAt),
    properties: structuredClone(company.properties),
    timestamps: timestampsIn(company.properties, ''),
    relationships: [...(company.relationships?.values() ?? [])].map(renderRelationship),
  };
}

export function renderRelationship(relationship: RelationshipRecord): JsonObject {
  return {
    user: renderUserName(relationship.user),
    company: relationship.company.identifier,
    properties: structuredClone(relationship.properties),
  };
}

export function renderEvent(event: EventRecord): JsonObject {
  return {
    name: event.name,
    user: renderUserName(event.user),
    company: event.company?.identifier ?? null,
    occurred_at: renderMoment(event.occurredAt),
    properties: structuredClone(event.properties),
  };
}

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

function renderMoment(moment: Moment | null): string | null {
  return typeof moment === 'number' ? renderTimestamp(moment) : moment;
}

/** The places of texts that Userlist recognises as timestamps. [documented] */
function timestampsIn(value: unknown, pointer: string): string[] {
  if (typeof value === 'string') return isIsoTimestamp(value) ? [pointer] : [];
  if (Array.isArray(value))
    return value.flatMap((entry, index) => timestampsIn(entry, below(pointer, index)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => timestampsIn(inner, below(pointer, name)));
}
