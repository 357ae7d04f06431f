import { isSame } from './json.ts';
import type { Rate } from './limiter.ts';

/** What can be set for one account. */
export type Settings = {
  readonly rate: Rate;
  /** As it was written, such as `tiny` or `20/1s`. */
  readonly rateLimit: string;
  /** Whether every answer tells where the account stands in its window. */
  readonly rateHeaders: boolean;
  /** What its plan has, by the names of the service; what is not named is included. */
  readonly features: Readonly<Record<string, boolean>>;
  /** Names that exist, by the lists of the service; of a list that is not set every name is taken. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
};

/** What is to be different: what is absent stays, null goes back to the default. */
export type SettingsChange = {
  readonly rateLimit?: string | null;
  readonly rateHeaders?: boolean | null;
  /** Null for one of them, or for all. */
  readonly features?: Readonly<Record<string, boolean | null>> | null;
  readonly lists?: Readonly<Record<string, readonly string[] | null>>;
};

/** The settings after a change, the standard ones if they are as those; the rate limit must be readable. */
export function changeSettings(
  settings: Settings,
  change: SettingsChange,
  standard: Settings,
  decodeRate: (text: string) => Rate,
): Settings {
  const { rateLimit, rateHeaders, features, lists } = change;
  const rate: Pick<Settings, 'rate' | 'rateLimit'> =
    rateLimit === undefined
      ? settings
      : rateLimit === null
        ? standard
        : { rate: decodeRate(rateLimit), rateLimit };
  const changed: Settings = {
    rate: rate.rate,
    rateLimit: rate.rateLimit,
    rateHeaders: rateHeaders === undefined ? settings.rateHeaders : (rateHeaders ?? standard.rateHeaders),
    features: features === null ? standard.features : merge(settings.features, features, standard.features),
    lists: merge(settings.lists, lists, standard.lists),
  };
  return isSame(changed, standard) ? standard : changed;
}

function merge<Value>(
  current: Readonly<Record<string, Value>>,
  change: Readonly<Record<string, Value | null>> | undefined,
  standard: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  if (change === undefined) return current;
  const merged = new Map(Object.entries(current));
  for (const [name, value] of Object.entries(change)) {
    const wanted = value ?? standard[name];
    if (wanted === undefined) merged.delete(name);
    else merged.set(name, wanted);
  }
  return Object.fromEntries(merged);
}
