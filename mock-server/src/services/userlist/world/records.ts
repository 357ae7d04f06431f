import type { JsonObject } from '../../../engine/json.ts';

/** A time: RFC 3339 in UTC as decoded from a payload, or the epoch milliseconds of a default. */
export type Moment = string | number;

export type UserRecord = {
  /** Grows with every record made; says which is older. */
  readonly order: number;
  identifier: string | null;
  email: string | null;
  signedUpAt: Moment | null;
  lastSeenAt: Moment | null;
  properties: JsonObject;
  preferences: Map<string, boolean> | null;
  relationships: Map<CompanyRecord, RelationshipRecord> | null;
};

export type CompanyRecord = {
  readonly order: number;
  identifier: string;
  name: string | null;
  signedUpAt: Moment | null;
  lastSeenAt: Moment | null;
  properties: JsonObject;
  relationships: Map<UserRecord, RelationshipRecord> | null;
};

export type RelationshipRecord = {
  readonly order: number;
  readonly user: UserRecord;
  readonly company: CompanyRecord;
  properties: JsonObject;
};

export type EventRecord = {
  readonly order: number;
  readonly name: string;
  readonly user: UserRecord | null;
  readonly company: CompanyRecord | null;
  readonly occurredAt: Moment;
  readonly properties: JsonObject;
  /** Roughly what keeping it costs, in bytes. */
  readonly weight: number;
};

export type MessageRecord = {
  readonly order: number;
  readonly id: string;
  readonly user: UserRecord | null;
  readonly company: CompanyRecord | null;
  /** As sent, without the references. */
  readonly attributes: JsonObject;
  /** Roughly what keeping it costs, in bytes. */
  readonly weight: number;
};

/** What a user is known by. */
export function keyOfUser(user: UserRecord): string {
  return user.identifier ?? user.email ?? '';
}
