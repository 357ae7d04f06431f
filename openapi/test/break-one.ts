import fc from 'fast-check';
import { anyJson, blankTexts, hostileNames } from './any-json.ts';
import { asRead, isObject, setOwn } from './json.ts';

/** What to do to one place of a payload; `place` and `name` are taken modulo what there is. */
export type Breakage = {
  readonly place: number;
  readonly name: number;
  readonly how: 'remove' | 'replace' | 'blank' | 'null' | 'wrap' | 'add';
  readonly value: unknown;
};

export const breakages: fc.Arbitrary<Breakage> = fc.record(
  {
    place: fc.nat(1000),
    name: fc.nat(1000),
    how: fc.constantFrom('remove', 'replace', 'replace', 'blank', 'null', 'wrap', 'add'),
    value: anyJson,
  },
  { noNullPrototype: true },
);

type Place = { readonly holder: Record<string, unknown> | unknown[]; readonly step: string };

/** A copy of a payload with one property or entry of it changed; `names` are those that `add` may add. */
export function breakOne(
  payload: unknown,
  { place, name, how, value }: Breakage,
  names: readonly string[],
): unknown {
  const root = { payload: asRead(payload) };
  const places = placesIn(root);
  const chosen = places[place % places.length];
  if (chosen === undefined) return value;
  const { holder, step } = chosen;
  const old: unknown = Reflect.get(holder, step);
  if (how === 'remove' && Array.isArray(holder)) holder.splice(Number(step), 1);
  else if (how === 'remove' && step !== 'payload') Reflect.deleteProperty(holder, step);
  else if (how === 'blank') setOwn(holder, step, blankTexts[name % blankTexts.length]);
  else if (how === 'null') setOwn(holder, step, null);
  else if (how === 'wrap')
    setOwn(holder, step, name % 2 === 0 ? [old] : { [names[name % names.length] ?? '']: old });
  else if (how === 'add' && isObject(old))
    setOwn(old, [...names, ...hostileNames][name % (names.length + hostileNames.length)] ?? '', value);
  else setOwn(holder, step, value);
  return asRead(root.payload);
}

function placesIn(holder: Record<string, unknown> | unknown[]): Place[] {
  return Object.keys(holder).flatMap((step): Place[] => {
    const inner: unknown = Object.hasOwn(holder, step) ? Reflect.get(holder, step) : undefined;
    const here = { holder, step };
    return Array.isArray(inner) || isObject(inner) ? [here, ...placesIn(inner)] : [here];
  });
}
