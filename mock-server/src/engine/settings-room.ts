import type { Settings } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** What a name costs beside its letters, roughly, in bytes. */
const NAME_BYTES = 50;

/** Says whether there is room for the lists of names that accounts have in their settings. */
export type SettingsRoom = {
  /** Throws a UsageError when the lists of all these, each counted once, would take too much with those of one more. */
  expectRoom(next: Settings, others: Iterable<Settings>): void;
};

/** Weighs each settings once: the desk may change those of ten thousand accounts, one after the other. */
export function createSettingsRoom(mostBytes: number): SettingsRoom {
  const weights = new WeakMap<Settings, number>();

  const weigh = (settings: Settings): number => {
    const known = weights.get(settings);
    if (known !== undefined) return known;
    let weight = 0;
    for (const names of Object.values(settings.lists))
      for (const name of names) weight += NAME_BYTES + name.length;
    weights.set(settings, weight);
    return weight;
  };

  return {
    expectRoom(next, others) {
      const own = weigh(next);
      if (own === 0) return;
      let taken = own;
      for (const settings of new Set(others)) taken += weigh(settings);
      if (taken > mostBytes) {
        throw new UsageError(
          'The lists of names in the settings of all accounts are too long to be kept; reset the settings of some first.',
        );
      }
    },
  };
}
