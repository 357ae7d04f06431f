import { type JsonObject, omitKeys } from './json.ts';
import { toTimestamp } from './timestamp.ts';

/** An attribute taken out of the traits, undefined where they have none, and what is left of them. */
export type Taken = { readonly value: string | null | undefined; readonly rest: JsonObject };

const createdAt = ['createdAt', 'created_at'] as const;

/** Takes a text attribute out of the traits; null passes, since it removes, and other kinds stay a property. */
export function takeText(traits: JsonObject, key: 'email' | 'name'): Taken {
  const value = Object.hasOwn(traits, key) ? traits[key] : undefined;
  return typeof value === 'string' || value === null
    ? { value, rest: omitKeys(traits, [key]) }
    : { value: undefined, rest: traits };
}

/**
 * Takes the moment of signing up out of the traits, whichever way it is spelled.
 *
 * Of two spellings `createdAt` wins and both go; blank text says nothing and goes too; one that is no moment (an object,
 * a flag) stays a property.
 */
export function takeCreatedAt(traits: JsonObject): Taken {
  const readable = createdAt.flatMap((key) => {
    const value = Object.hasOwn(traits, key) ? traits[key] : undefined;
    const moment = value === null ? null : toTimestamp(value);
    return moment === undefined ? [] : [{ key, moment }];
  });
  return {
    value: readable.find(({ moment }) => moment?.trim() !== '')?.moment,
    rest: omitKeys(
      traits,
      readable.map(({ key }) => key),
    ),
  };
}
