/** What an object, a list or a note of ours costs beside what is in it, roughly, in bytes. */
export const OBJECT_BYTES = 50;

const SCALAR_BYTES = 8;

/** Roughly what a JSON value costs in memory, in bytes. */
export function weighJson(value: unknown): number {
  if (typeof value === 'string') return value.length + SCALAR_BYTES;
  if (typeof value !== 'object' || value === null) return SCALAR_BYTES;
  let weight = OBJECT_BYTES;
  if (Array.isArray(value)) for (const entry of value) weight += weighJson(entry);
  else for (const name in value) weight += name.length + weighJson((value as Record<string, unknown>)[name]);
  return weight;
}
