import type { Spec } from './spec.ts';

/** Another file that a file may refer to, by its name. */
export type Neighbour = { readonly name: string; readonly spec: Spec };

type Kinds = Record<string, Record<string, unknown>>;

/**
 * Puts what a file refers to in its neighbour into the file itself, with all that this refers to in turn. Throws where
 * both have a component of one name.
 */
export function bundle(spec: Spec, { name, spec: other }: Neighbour): Spec {
  const foreign = `./${name}#`;
  const reached: Kinds = {};

  const reach = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref' && typeof value === 'string') add(value);
      else reach(value);
    }
  };
  const add = (ref: string): void => {
    const [, kind = '', component = ''] = /#\/components\/([^/]+)\/(.+)$/.exec(ref) ?? [];
    const target = (other.components as Kinds)[kind]?.[component];
    if (target === undefined || reached[kind]?.[component] !== undefined) return;
    if ((spec.components as Kinds)[kind]?.[component] !== undefined)
      throw new Error(`Both files have ${component} among their ${kind}; call one of them otherwise.`);
    reached[kind] = { ...reached[kind], [component]: target };
    reach(target);
  };
  for (const ref of foreignRefs(spec, foreign)) add(ref);

  const own = toLocal(spec, foreign) as Spec;
  const kinds = new Set([...Object.keys(own.components), ...Object.keys(reached)]);
  const components = [...kinds].map((kind) => [
    kind,
    { ...(own.components as Kinds)[kind], ...reached[kind] },
  ]);
  return {
    ...own,
    ...pick(other, ['x-decoders', 'x-lists', 'x-sentences']),
    components: Object.fromEntries(components),
  };
}

function foreignRefs(node: unknown, foreign: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(foreign)
      ? [value]
      : foreignRefs(value, foreign),
  );
}

function toLocal(node: unknown, foreign: string): unknown {
  if (Array.isArray(node)) return node.map((entry) => toLocal(entry, foreign));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' && value.startsWith(foreign)
        ? `#${value.slice(foreign.length)}`
        : toLocal(value, foreign),
    ]),
  );
}

function pick(spec: Spec, names: readonly (keyof Spec)[]): Partial<Spec> {
  return Object.fromEntries(names.flatMap((name) => (spec[name] === undefined ? [] : [[name, spec[name]]])));
}
