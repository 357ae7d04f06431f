import type { Contract } from '@understudy/openapi/contract';
import { isObject } from '../../engine/json.ts';
import { type Refusal, refuse } from '../../engine/refusal.ts';
import type { Settings } from '../../engine/settings.ts';

const RELATIONSHIPS = 'relationships';

/** The refusal of what a plan leaves out. */
export function toNotInPlan(feature: string): Refusal {
  return refuse(
    'forbidden',
    `The settings of this account leave out ${feature}; PUT them back under settings, features.`,
  );
}

/** Looks whether a payload, whose schema is named, embeds what the account's plan leaves out. */
export type PlanCheck = (
  payload: unknown,
  schema: string,
  settings: Pick<Settings, 'features'>,
) => Refusal | null;

/**
 * Finds what a payload embeds at any depth. What no schema knows embeds nothing, as it is ignored; so do custom
 * properties, and whatever a deletion holds beside the identifying attributes. [assumed]
 */
export function createPlanCheck({ features, inside }: Pick<Contract, 'features' | 'inside'>): PlanCheck {
  const { embedded, short } = features;
  const isLeftOut = (feature: string | undefined, allowed: Settings['features']): feature is string =>
    feature !== undefined && allowed[feature] === false;

  const find = (value: unknown, schema: string, allowed: Settings['features']): string | null => {
    if (Array.isArray(value)) return firstOf(value, (entry) => find(entry, schema, allowed));
    if (!isObject(value)) return null;
    const places = inside[schema] ?? {};
    return firstOf(Object.entries(places), ([name, held]) => {
      const inner = value[name];
      if (isNothing(inner)) return null;
      const needed = embedded[name];
      if (isLeftOut(needed, allowed)) return needed;
      // Where relationships can stand, so can their short forms.
      const implied = RELATIONSHIPS in places && short.includes(name) ? embedded[RELATIONSHIPS] : undefined;
      return isLeftOut(implied, allowed) ? implied : find(inner, held, allowed);
    });
  };

  return (payload, schema, { features: allowed }) => {
    if (hasAll(allowed)) return null;
    const feature = find(payload, schema, allowed);
    return feature === null ? null : toNotInPlan(feature);
  };
}

/** Every request asks, so nothing is made for the answer. */
function hasAll(allowed: Settings['features']): boolean {
  for (const feature in allowed) if (allowed[feature] === false) return false;
  return true;
}

/** What counts as not given: null, blanks, objects without attributes, and lists of nothing else. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isNothing);
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function firstOf<Entry>(entries: readonly Entry[], find: (entry: Entry) => string | null): string | null {
  for (const entry of entries) {
    const found = find(entry);
    if (found !== null) return found;
  }
  return null;
}
