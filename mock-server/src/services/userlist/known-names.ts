import type { Decoders } from '@understudy/openapi/checks';
import type { Settings } from '../../engine/settings.ts';

type Lists = Settings['lists'];

/**
 * The decoders of an account: of a list that it has, no other name exists; of one that it does not have, every name does.
 * Names are compared exactly. [assumed]
 */
export function createAccountDecoders(common: Omit<Decoders, 'knows'>): (lists: Lists) => Decoders {
  const everyName: Decoders = { ...common, knows: () => true };
  const made = new WeakMap<Lists, Decoders>();
  return (lists) => {
    if (isEmpty(lists)) return everyName;
    const known = made.get(lists);
    if (known !== undefined) return known;
    const sets = new Map(Object.entries(lists).map(([list, names]) => [list, new Set(names)]));
    const decoders: Decoders = { ...common, knows: (list, name) => sets.get(list)?.has(name) ?? true };
    made.set(lists, decoders);
    return decoders;
  };
}

/** Every request asks, so nothing is made for the answer. */
function isEmpty(lists: Lists): boolean {
  for (const _ in lists) return false;
  return true;
}
