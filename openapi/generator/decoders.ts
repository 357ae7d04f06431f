import type { Spec } from './spec.ts';

/** A decoder that reads what it can and drops the rest never refuses; `refuses: true` in the YAML says which do. */
export const refuses = (spec: Spec, name: string): boolean => spec['x-decoders']?.[name]?.refuses === true;

/** The decoders that the plain checks have to be given. */
export const refusingDecoders = (spec: Spec): string[] =>
  Object.keys(spec['x-decoders'] ?? {}).filter((name) => refuses(spec, name));
