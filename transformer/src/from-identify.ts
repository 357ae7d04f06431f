import { takeCreatedAt, takeText } from './attributes.ts';
import { isEmpty, type JsonObject } from './json.ts';
import { type Fields, fieldOf, readIdentifier } from './message.ts';
import { type PushRequest, type Skipped, skip } from './outcome.ts';
import type { User } from './push-contract.ts';
import { toJsonObject } from './to-json.ts';

/** The traits of a user become properties of the body: level two. */
const level = 2;

/** Turns an identify into a user; one without `userId` is skipped. */
export function fromIdentify(message: Fields): PushRequest | Skipped {
  const identifier = readIdentifier(fieldOf(message, 'userId'), 'userId');
  if (identifier === undefined) {
    return skip(
      'This identify has no userId, and Userlist keeps no anonymous users: identify again with the id.',
    );
  }
  const signedUp = takeCreatedAt(readUserTraits(message));
  const email = takeText(signedUp.rest, 'email');
  const body: User = {
    identifier,
    ...(email.value !== undefined && { email: email.value }),
    ...(signedUp.value !== undefined && { signed_up_at: signedUp.value }),
    ...(!isEmpty(email.rest) && { properties: email.rest }),
  };
  return { operation: 'pushUser', method: 'POST', path: '/users', body };
}

/** Reads `traits`, or `context.traits` where those are empty: RudderStack's browser SDK fills only the latter. */
function readUserTraits(message: Fields): JsonObject {
  const traits = toJsonObject(fieldOf(message, 'traits'), 'traits', level);
  return isEmpty(traits)
    ? toJsonObject(fieldOf(message, 'context', 'traits'), 'context.traits', level)
    : traits;
}
