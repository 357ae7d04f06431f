import type { Contract } from '@understudy/openapi/contract';
import { isObject } from '../../engine/json.ts';
import { type Refusal, refuse } from '../../engine/refusal.ts';
import type { Settings } from '../../engine/settings.ts';

/** The refusal of what a plan leaves out. */
export function toNotInPlan(feature: string): Refusal {
  return refuse(
    'forbidden',
    `The settings of this account leave out ${feature}; PUT them back under settings, features.`,
  );
}

/** Finds what a payload embeds that the account's plan leaves out; null when there is nothing. [assumed] */
export function createPlanCheck({ features }: Pick<Contract, 'features'>) {
  const { embedded } = features;

  const find = (value: unknown, allowed: Settings['features']): string | null => {
    if (Array.isArray(value)) {
      for (const entry of value) {
        const feature = find(entry, allowed);
        if (feature !== null) return feature;
      }
      return null;
    }
    if (!isObject(value)) return null;
    for (const [name, inner] of Object.entries(value)) {
      // What stands in there is the sender's own, whatever it is called.
      if (name === 'properties' || isNothing(inner)) continue;
      const needed = Object.hasOwn(embedded, name) ? embedded[name] : undefined;
      if (needed !== undefined && allowed[needed] === false) return needed;
      const feature = find(inner, allowed);
      if (feature !== null) return feature;
    }
    return null;
  };

  return (payload: unknown, { features: allowed }: Pick<Settings, 'features'>): Refusal | null => {
    if (!Object.values(allowed).includes(false)) return null;
    const feature = find(payload, allowed);
    return feature === null ? null : toNotInPlan(feature);
  };
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
