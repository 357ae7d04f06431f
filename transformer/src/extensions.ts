import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { type Fields, fieldOf, isFields, isIdentifier, readTypeName } from './message.ts';
import type { Identifier } from './push-contract.ts';

/** The SDK whose habits a message follows. */
export type Dialect = 'rudderstack' | 'segment';

/** Something an author put where the RudderStack page shows it, which is not where the SDK puts it. */
export type Misplaced = {
  readonly code: 'misplaced-integrations' | 'misplaced-context';
  /** JSON Pointer into the message. */
  readonly path: '/traits/integrations' | '/properties/context';
};

/** Where relationship properties sit below `integrations`. [documented] */
export const extensionPath = ['Userlist', 'extensions', 'relationship', 'properties'] as const;

/**
 * Tells whether a trait called `integrations` is the SDK's option of that name, given in the wrong argument.
 *
 * The option is an object that speaks of `Userlist` or of `All`; a list of products or `{ slack: true }` is a trait.
 */
export function isMisplacedIntegrations(value: unknown): value is Fields {
  return isFields(value) && (Object.hasOwn(value, 'Userlist') || Object.hasOwn(value, 'All'));
}

/** Reads the relationship properties below `integrations`; undefined where there is no object of them. */
export function readExtension(integrations: Json | undefined): JsonObject | undefined {
  const found = extensionPath.reduce<Json | undefined>(
    (value, key) => (isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    integrations,
  );
  return isJsonObject(found) ? found : undefined;
}

/** Reads the company id out of a `context` that was given among the properties of a track. */
export function readMisplacedCompany(properties: unknown): Identifier | undefined {
  const id = fieldOf(properties, 'context', 'groupId');
  return isIdentifier(id) ? id : undefined;
}

/** Lists what a group or track holds in the wrong place; for messages that came as JSON. */
export function findMisplaced(message: unknown): readonly Misplaced[] {
  const type = readTypeName(message);
  if (type === 'group' && isMisplacedIntegrations(fieldOf(message, 'traits', 'integrations'))) {
    return [{ code: 'misplaced-integrations', path: '/traits/integrations' }];
  }
  if (type === 'track' && readMisplacedCompany(fieldOf(message, 'properties')) !== undefined) {
    return [{ code: 'misplaced-context', path: '/properties/context' }];
  }
  return [];
}
