import { takeCreatedAt, takeText } from './attributes.ts';
import { type Dialect, extensionPath, isMisplacedIntegrations, readExtension } from './extensions.ts';
import { isEmpty, type JsonObject, omitKeys } from './json.ts';
import { type Fields, fieldOf, readIdentifier } from './message.ts';
import type { PushRequest } from './outcome.ts';
import type { Company } from './push-contract.ts';
import { toJsonObject } from './to-json.ts';
import { Unusable } from './unusable.ts';

/** Relationship properties sit below the body, its `relationships` and the one entry of those: level four. */
const relationshipLevel = 4;

/** Turns a group into a company that is related to the user, with the relationship's properties where given. */
export function fromGroup(message: Fields, dialect: Dialect): PushRequest {
  const identifier = readIdentifier(fieldOf(message, 'groupId'), 'groupId');
  if (identifier === undefined) {
    throw new Unusable("This group has no groupId: pass the company's id as the first argument of group.");
  }
  const user = readIdentifier(fieldOf(message, 'userId'), 'userId');
  if (user === undefined) {
    throw new Unusable(
      'This group has no userId, and Userlist keeps no anonymous users: call identify first.',
    );
  }
  // Never context.traits: in a group sent by a browser those are the user's, and would end up on the company.
  const { traits, misplaced } = splitTraits(toJsonObject(fieldOf(message, 'traits'), 'traits', 2));
  const signedUp = takeCreatedAt(traits);
  const name = takeText(signedUp.rest, 'name');
  const properties = readPlacedExtension(message) ?? (dialect === 'rudderstack' ? misplaced : undefined);
  const body: Company = {
    identifier,
    ...(name.value !== undefined && { name: name.value }),
    ...(signedUp.value !== undefined && { signed_up_at: signedUp.value }),
    ...(!isEmpty(name.rest) && { properties: name.rest }),
    relationships: [{ user, ...(properties !== undefined && !isEmpty(properties) && { properties }) }],
  };
  return { operation: 'pushCompany', method: 'POST', path: '/companies', body };
}

function readPlacedExtension(message: Fields): JsonObject | undefined {
  const path = ['integrations', ...extensionPath];
  const found = toJsonObject(fieldOf(message, ...path), path.join('.'), relationshipLevel);
  return isEmpty(found) ? undefined : found;
}

/** Parts the traits from a misplaced `integrations`, which no dialect may turn into a property of the company. */
function splitTraits(traits: JsonObject): { traits: JsonObject; misplaced: JsonObject | undefined } {
  const { integrations } = traits;
  return isMisplacedIntegrations(integrations)
    ? { traits: omitKeys(traits, ['integrations']), misplaced: readExtension(integrations) }
    : { traits, misplaced: undefined };
}
