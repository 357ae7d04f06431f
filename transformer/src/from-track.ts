import { type Dialect, readMisplacedCompany } from './extensions.ts';
import { isEmpty, omitKeys } from './json.ts';
import { type Fields, fieldOf, readIdentifier, toKind } from './message.ts';
import type { PushRequest } from './outcome.ts';
import type { Event } from './push-contract.ts';
import { toTimestamp } from './timestamp.ts';
import { toJsonObject } from './to-json.ts';
import { Unusable } from './unusable.ts';

/** Turns a track into an event of the user, and of the company that `context.groupId` names. */
export function fromTrack(message: Fields, dialect: Dialect): PushRequest {
  const name = readName(message);
  const user = readIdentifier(fieldOf(message, 'userId'), 'userId');
  if (user === undefined) {
    throw new Unusable(
      'This track has no userId, and Userlist keeps no anonymous users: call identify first.',
    );
  }
  const given = toJsonObject(fieldOf(message, 'properties'), 'properties', 2);
  const placed = readIdentifier(fieldOf(message, 'context', 'groupId'), 'context.groupId');
  const misplaced = dialect === 'rudderstack' ? readMisplacedCompany(given) : undefined;
  const properties = misplaced === undefined ? given : omitKeys(given, ['context']);
  const company = placed ?? misplaced;
  const occurredAt = readMoment(message);
  const body: Event = {
    name,
    user,
    ...(company !== undefined && { company }),
    ...(occurredAt !== undefined && { occurred_at: occurredAt }),
    ...(!isEmpty(properties) && { properties }),
  };
  return { operation: 'pushEvent', method: 'POST', path: '/events', body };
}

/** Reads the event's name exactly as given; bringing names into one form is the service's business. */
function readName(message: Fields): string {
  const event = fieldOf(message, 'event');
  if (typeof event === 'string' && event.trim() !== '') return event;
  if (event === undefined || event === null || typeof event === 'string') {
    throw new Unusable('This track has no event: name what happened, for example "Project created".');
  }
  throw new Unusable(`event is ${toKind(event)}: name what happened in text, for example "Project created".`);
}

/** Reads when it happened. `sentAt` and `receivedAt` say when it travelled, which can be days later. */
function readMoment(message: Fields): string | undefined {
  return ['timestamp', 'originalTimestamp']
    .map((key) => toTimestamp(fieldOf(message, key)))
    .find((moment) => moment !== undefined && moment.trim() !== '');
}
