import type { Dialect } from './extensions.ts';
import { fromGroup } from './from-group.ts';
import { fromIdentify } from './from-identify.ts';
import { fromTrack } from './from-track.ts';
import { type Fields, isFields, type MessageType, readType, toKind } from './message.ts';
import { type Outcome, type PushRequest, reject, type Skipped, skip } from './outcome.ts';
import { requestBytes } from './push-contract.ts';
import { isUnusable, Unusable } from './unusable.ts';

/** How a message is read. */
export type Options = {
  /**
   * Whose SDK sent the message, `rudderstack` unless told.
   *
   * Only `rudderstack` honours what the RudderStack page shows in the wrong place: `traits.integrations` of a group
   * and `properties.context.groupId` of a track.
   */
  readonly dialect?: Dialect;
  /** The largest request body that may come of it, in bytes; the Push API's limit unless told. */
  readonly mostBytes?: number;
};

/**
 * Turns one RudderStack or Segment message into the Push API requests it stands for.
 *
 * Never throws, never changes the message, and shares no object with it. Page, screen, alias and anonymous identify
 * are skipped; a message no request can be made of, or one over the size limit, is rejected. The `integrations`
 * filter (`All: false`) is the pipeline's and is not applied here.
 */
export function toPushRequests(message: unknown, options: Options = {}): Outcome {
  try {
    const made = convert(message, options.dialect ?? 'rudderstack', options.mostBytes ?? requestBytes);
    return 'kind' in made ? made : { kind: 'requests', requests: [made] };
  } catch (caught) {
    return reject(isUnusable(caught) ? caught.message : unreadable);
  }
}

const unreadable =
  'The message could not be read, because looking at it failed: hand over plain data, as JSON.parse returns it.';

function convert(message: unknown, dialect: Dialect, mostBytes: number): PushRequest | Skipped {
  if (!isFields(message)) {
    const hint = Array.isArray(message)
      ? 'hand over the messages of a list one by one'
      : 'hand over an object';
    throw new Unusable(`The message is ${toKind(message)}: ${hint}.`);
  }
  const type = readType(message);
  const made = fromType(type, message, dialect);
  if (!('kind' in made)) refuseAbove(mostBytes, type, made);
  return made;
}

function fromType(type: MessageType, message: Fields, dialect: Dialect): PushRequest | Skipped {
  switch (type) {
    case 'identify':
      return fromIdentify(message);
    case 'group':
      return fromGroup(message, dialect);
    case 'track':
      return fromTrack(message, dialect);
    case 'alias':
      return skip('The Push API has nothing for alias calls: identify the user under the id you keep.');
    case 'page':
    case 'screen':
      return skip(`The Push API has nothing for ${type} calls: send a track for what Userlist should know.`);
  }
}

/** Refuses a body above the limit. Two halves would be two updates, the second without what the first one held. */
function refuseAbove(mostBytes: number, type: MessageType, request: PushRequest): void {
  if (mostBytes === Number.POSITIVE_INFINITY) return;
  const bytes = new TextEncoder().encode(JSON.stringify(request.body)).length;
  if (bytes <= mostBytes) return;
  const content = type === 'track' ? 'properties' : 'traits';
  throw new Unusable(
    `This ${type} makes a request of ${bytes} bytes, and the Push API takes ${mostBytes}: send fewer or shorter ${content}.`,
  );
}
