import { below } from '../../../engine/json.ts';
import type { UserAttributes, UserName } from '../intent.ts';
import { forgetEvents, forgetMessages } from './activity.ts';
import { type Applied, toCreated, toDeleted, toEdited, toIgnored } from './applied.ts';
import { type Edit, noteEdit } from './edits.ts';
import { noteMoment } from './moments.ts';
import { mergeProperties, withoutNulls } from './properties.ts';
import { keyOfUser, type UserRecord } from './records.ts';
import { unrelateUser } from './relationships.ts';
import { renderUser } from './render.ts';
import { noteGone, noteUnsaved } from './unsaved.ts';
import { takeOrder, type World } from './world.ts';

/**
 * Finds who is meant: by identifier, else by an identifier of scope `custom`, else by email without regard to case.
 * A user who is known by email alone is also found by an identifier that nobody has yet. [client] for the second step, else [assumed]
 */
export function findUser(world: World, name: UserName): UserRecord | null {
  const { identifier, aliases, email } = name;
  if (identifier !== null) {
    const known = world.users.find(identifier);
    if (known !== undefined) return known;
    return email === null ? null : world.usersByEmail.nameless(email);
  }
  for (const alias of aliases) {
    const known = world.users.find(alias);
    if (known !== undefined) return known;
  }
  if (email === null) return null;
  return world.usersByEmail.nameless(email) ?? world.usersByEmail.oldest(email);
}

/** The identifier a user gets who is not known yet; [assumed] an alias becomes it where there is neither identifier nor email. */
function identifierFor(name: UserName): string | null {
  return name.identifier ?? (name.email === null ? (name.aliases[0] ?? null) : null);
}

/** Creates the user meant, or changes what is given; one known by email alone may gain an identifier. */
export function applyUser(
  world: World,
  name: UserName,
  attributes: UserAttributes,
  now: number,
): [UserRecord, Applied] {
  const known = findUser(world, name);
  return known === null
    ? createUser(world, name, attributes, now)
    : updateUser(world, known, name, attributes);
}

function createUser(
  world: World,
  name: UserName,
  attributes: UserAttributes,
  now: number,
): [UserRecord, Applied] {
  const { properties, preferences } = attributes;
  if (properties !== undefined) withoutNulls(properties);
  const user: UserRecord = {
    order: takeOrder(world),
    identifier: identifierFor(name),
    email: attributes.email ?? name.email,
    signedUpAt: attributes.signedUpAt === undefined ? now : attributes.signedUpAt,
    lastSeenAt: attributes.lastSeenAt ?? null,
    properties: properties ?? {},
    preferences:
      preferences === undefined
        ? null
        : new Map(preferences.map(({ topic, subscribed }) => [topic, subscribed])),
    relationships: null,
  };
  world.users.add(user);
  noteUnsaved(world, 'user', user);
  world.usersByEmail.add(user);
  return [user, toCreated(keyOfUser(user), now, sharesEmail(world, user))];
}

function updateUser(
  world: World,
  user: UserRecord,
  name: UserName,
  attributes: UserAttributes,
): [UserRecord, Applied] {
  const edits: Edit[] = [];
  if (user.identifier === null && name.identifier !== null) {
    edits.push({ pointer: '/identifier', before: null });
    world.usersByEmail.remove(user);
    world.users.identify(user, name.identifier);
    world.usersByEmail.add(user);
  }
  const { email, signedUpAt, lastSeenAt, properties, preferences } = attributes;
  const isNewEmail = email !== undefined && noteEdit(edits, '/email', user.email, email);
  if (isNewEmail) {
    world.usersByEmail.remove(user);
    user.email = email;
    world.usersByEmail.add(user);
  }
  if (signedUpAt !== undefined && noteMoment(edits, '/signed_up_at', user.signedUpAt, signedUpAt))
    user.signedUpAt = signedUpAt;
  if (lastSeenAt !== undefined && noteMoment(edits, '/last_seen_at', user.lastSeenAt, lastSeenAt))
    user.lastSeenAt = lastSeenAt;
  if (properties !== undefined) mergeProperties(user.properties, properties, edits);
  for (const { topic, subscribed } of preferences ?? []) {
    user.preferences ??= new Map();
    if (noteEdit(edits, below('/preferences', topic), user.preferences.get(topic), subscribed))
      user.preferences.set(topic, subscribed);
  }
  if (edits.length > 0) noteUnsaved(world, 'user', user);
  return [user, toEdited(keyOfUser(user), edits, isNewEmail && sharesEmail(world, user))];
}

function sharesEmail(world: World, user: UserRecord): boolean {
  return user.email !== null && world.usersByEmail.count(user.email) > 1;
}

/** Deletes a user with relationships, events and messages; one who is unknown is accepted and ignored. [documented] / [client] */
export function deleteUser(world: World, name: UserName): Applied {
  const user = findUser(world, name);
  if (user === null) return toIgnored(name.identifier ?? name.aliases[0] ?? name.email ?? '');
  const gone = renderUser(user);
  const key = keyOfUser(user);
  unrelateUser(world, user);
  forgetEvents(world, (event) => event.user === user);
  forgetMessages(world, (message) => message.user === user);
  noteGone(world, user);
  world.users.remove(user);
  world.usersByEmail.remove(user);
  return toDeleted(key, gone);
}
