/** Pieces of generated code. */

/** A read of one property. */
export const read = (v: string, property: string): string => `${v}[${JSON.stringify(property)}]`;

/** The conjunction of conditions, at least one. */
export const all = (tests: readonly string[]): string =>
  tests.length === 1 ? (tests[0] ?? '') : `(${tests.join(' && ')})`;

/** Every line two blanks further in. */
export const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');

/** The type of the names that an object has. */
export const toUnion = (named: object): string =>
  Object.keys(named)
    .map((name) => `'${name}'`)
    .join(' | ') || 'never';
