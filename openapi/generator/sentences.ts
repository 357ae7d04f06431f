import type { Spec } from './spec.ts';

/** The sentences that refusal texts end with, by name; with defaults for a file that brings none. */
export function sentencesOf(spec: Spec): Readonly<Record<string, string>> {
  const named = Object.entries(spec['x-sentences'] ?? {}).map(([name, { text }]) => [name, text]);
  return {
    blank: "can't be blank",
    invalid: 'is invalid',
    inclusion: 'is not included in the list',
    ...Object.fromEntries(named),
  };
}
