import { below, isObject, type JsonObject } from '../../../engine/json.ts';
import { isAddress } from '../address.ts';
import type {
  CompanyAttributes,
  CompanyName,
  Preference,
  Slot,
  UserAttributes,
  UserName,
} from '../intent.ts';
import { isSameCompany, isSameUser, toCompanyName, toIdentifier, toText, toUserName } from './names.ts';
import { addIntent, noteProperties, noteUnknown, type Reader, readTime } from './reader.ts';

const NO_ATTRIBUTES = {};

/** Adds the intents of a user reference or object, and of all that is embedded in it; null when it names nobody. */
export function addUser(reader: Reader, value: unknown, pointer: string): Slot | null {
  const name = toUserName(value);
  if (reader.notes !== undefined && isObject(value)) noteUnknown(reader, value, 'UserAttributes', pointer);
  if (name === null) return null;
  if (reader.notes !== undefined) noteName(reader, value, name, pointer);
  if (!isObject(value)) return addIntent(reader, { kind: 'user', name, attributes: NO_ATTRIBUTES });
  const slot = addIntent(reader, {
    kind: 'user',
    name,
    attributes: toUserAttributes(reader, value, pointer),
  });
  for (const [company, at] of mentions(value, 'company', 'companies', pointer)) {
    relate(reader, slot, addCompany(reader, company, at));
  }
  for (const [entry, at] of entriesOf(value, 'relationships', pointer)) {
    if (!isObject(entry)) continue;
    noteUnknown(reader, entry, 'UserRelationship', at);
    noteBackReference(
      reader,
      toUserName(entry.user),
      (other) => isSameUser(name, other),
      below(at, 'user'),
      'user',
    );
    relate(
      reader,
      slot,
      addCompany(reader, entry.company, below(at, 'company')),
      toProperties(reader, entry, at),
    );
  }
  return slot;
}

/** Adds the intents of a company reference or object, and of all that is embedded in it; null when it names none. */
export function addCompany(reader: Reader, value: unknown, pointer: string): Slot | null {
  const name = toCompanyName(value);
  if (reader.notes !== undefined && isObject(value)) noteUnknown(reader, value, 'CompanyAttributes', pointer);
  if (name === null) return null;
  if (!isObject(value)) return addIntent(reader, { kind: 'company', name, attributes: NO_ATTRIBUTES });
  const slot = addIntent(reader, {
    kind: 'company',
    name,
    attributes: toCompanyAttributes(reader, value, pointer),
  });
  for (const [user, at] of mentions(value, 'user', 'users', pointer))
    relate(reader, addUser(reader, user, at), slot);
  for (const [entry, at] of entriesOf(value, 'relationships', pointer)) {
    if (!isObject(entry)) continue;
    noteUnknown(reader, entry, 'CompanyRelationship', at);
    noteBackReference(
      reader,
      toCompanyName(entry.company),
      (other) => isSameCompany(name, other),
      below(at, 'company'),
      'company',
    );
    relate(reader, addUser(reader, entry.user, below(at, 'user')), slot, toProperties(reader, entry, at));
  }
  return slot;
}

/** Custom properties; undefined when there is nothing to change. [client] null, {} and [] change nothing. */
export function toProperties(reader: Reader, source: JsonObject, pointer: string): JsonObject | undefined {
  const { properties } = source;
  if (!isObject(properties)) return undefined;
  if (reader.notes !== undefined) noteProperties(reader, properties, below(pointer, 'properties'));
  return properties;
}

function relate(reader: Reader, user: Slot | null, company: Slot | null, properties?: JsonObject): void {
  if (user === null || company === null) return;
  addIntent(reader, {
    kind: 'relationship',
    user,
    company,
    ...(properties === undefined ? {} : { properties }),
  });
}

/** The references that stand under the name for one and under the name for many, each with its place. */
function mentions(
  source: JsonObject,
  one: string,
  many: string,
  pointer: string,
): readonly [unknown, string][] {
  const single = source[one];
  const several = entriesOf(source, many, pointer);
  return single === undefined || single === null ? several : [[single, below(pointer, one)], ...several];
}

const NO_ENTRIES: readonly [unknown, string][] = [];

function entriesOf(source: JsonObject, name: string, pointer: string): readonly [unknown, string][] {
  const list = source[name];
  if (!Array.isArray(list)) return NO_ENTRIES;
  return list.map((entry, index) => [entry, below(below(pointer, name), index)]);
}

function toUserAttributes(reader: Reader, source: JsonObject, pointer: string): UserAttributes {
  const attributes: { -readonly [Name in keyof UserAttributes]: UserAttributes[Name] } = {};
  if (source.email === null) attributes.email = null;
  const email = toText(source.email);
  if (email !== null) attributes.email = email;
  assignShared(attributes, reader, source, pointer);
  if (reader.notes !== undefined) notePreferences(reader, source, pointer);
  const preferences = toPreferences(source.preferences);
  if (preferences.length > 0) attributes.preferences = preferences;
  return attributes;
}

function toCompanyAttributes(reader: Reader, source: JsonObject, pointer: string): CompanyAttributes {
  const attributes: { -readonly [Name in keyof CompanyAttributes]: CompanyAttributes[Name] } = {};
  const { name } = source;
  if (name === null || typeof name === 'string') attributes.name = name;
  assignShared(attributes, reader, source, pointer);
  return attributes;
}

type Shared = { signedUpAt?: string | null; lastSeenAt?: string | null; properties?: JsonObject };

function assignShared(attributes: Shared, reader: Reader, source: JsonObject, pointer: string): void {
  const signedUpAt = readTime(reader, source, 'signed_up_at', pointer);
  if (signedUpAt !== undefined) attributes.signedUpAt = signedUpAt;
  const lastSeenAt = readTime(reader, source, 'last_seen_at', pointer);
  if (lastSeenAt !== undefined) attributes.lastSeenAt = lastSeenAt;
  const properties = toProperties(reader, source, pointer);
  if (properties !== undefined) attributes.properties = properties;
}

function toPreferences(list: unknown): Preference[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const topic = isObject(entry) ? toText(entry.topic) : null;
    return isObject(entry) && topic !== null && typeof entry.subscribed === 'boolean'
      ? [{ topic, subscribed: entry.subscribed }]
      : [];
  });
}

function notePreferences(reader: Reader, source: JsonObject, pointer: string): void {
  for (const [entry, at] of entriesOf(source, 'preferences', pointer)) {
    if (isObject(entry)) noteUnknown(reader, entry, 'Preference', at);
  }
}

function noteName(reader: Reader, value: unknown, name: UserName, pointer: string): void {
  if (typeof value === 'string' && isAddress(value)) {
    reader.notes?.add(
      'email-as-identifier',
      pointer,
      `"${value}" is taken for an identifier; to name a user by email send {"email": "${value}"}.`,
    );
  }
  if (isObject(value) && toIdentifier(value.identifier) === null && name.aliases.length === 0) {
    reader.notes?.add(
      'email-only-user',
      pointer,
      'The user is named by email alone: without another user of that address this is a record without identifier, which the next one that is sent with it and an identifier takes over.',
    );
  }
}

function noteBackReference<Name extends UserName | CompanyName>(
  reader: Reader,
  named: Name | null,
  isParent: (named: Name) => boolean,
  pointer: string,
  end: string,
): void {
  if (named === null || isParent(named)) return;
  reader.notes?.add(
    'foreign-back-reference',
    pointer,
    `This does not name the ${end} that the relationship is listed under, so it is passed over.`,
  );
}
