import { posix } from 'node:path';
import type { Compiled } from './compile.ts';
import { placeOf, toJs, toTypes } from './place.ts';
import { rewriteSpecifiers } from './specifiers.ts';
import type { Workspace } from './workspace.ts';

/** What a package consists of besides its manifest and its pages. */
export type Gathered = {
  /** The text of what was compiled, by its path in the package. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files that are taken as they are, by their path in the package. */
  readonly copies: ReadonlyMap<string, string>;
  /** The packages of others that are imported, as values or as types. */
  readonly needs: ReadonlySet<string>;
};

type Form = 'js' | 'types';

/** Follows what a package's doors import, through other packages of the workspace too, and names it as it will stand. */
export function gather(
  { folder, manifest }: Workspace,
  doors: ReadonlyMap<string, string>,
  compiled: Compiled,
): Gathered {
  const texts = new Map<string, string>();
  const copies = new Map<string, string>();
  const needs = new Set<string>();
  const sources = new Map<string, string>();

  const take = (path: string, form: Form): string => {
    const place = placeOf(folder, path);
    const source = compiled.get(path);
    if (source === undefined) {
      if (path !== posix.join(folder, 'package.json')) copies.set(place, path);
      return place;
    }
    const target = form === 'js' ? toJs(place) : toTypes(place);
    const before = sources.get(target);
    if (before !== undefined && before !== path)
      throw new Error(`${before} and ${path} would both be ${target} in ${manifest.name}.`);
    if (before === undefined) {
      sources.set(target, path);
      texts.set(
        target,
        rewriteSpecifiers(source[form], (specifier) => rename(path, target, specifier, form)),
      );
    }
    return target;
  };

  const rename = (from: string, at: string, specifier: string, form: Form): string => {
    const path = doors.get(specifier) ?? toSource(from, specifier, compiled);
    if (path === null) {
      if (!specifier.startsWith('node:')) needs.add(toPackageName(specifier));
      return specifier;
    }
    const taken = posix.relative(posix.dirname(at), take(path, form)).replace(/\.d\.ts$/, '.js');
    return taken.startsWith('.') ? taken : `./${taken}`;
  };

  for (const target of Object.values(manifest.exports ?? {})) {
    const path = posix.join(folder, target);
    take(path, 'js');
    take(path, 'types');
  }
  return { texts, copies, needs };
}

/** The file that a relative name means; null for a name that is not relative. */
function toSource(from: string, specifier: string, compiled: Compiled): string | null {
  if (!specifier.startsWith('.')) return null;
  const path = posix.join(posix.dirname(from), specifier);
  // The compiler has renamed what the JavaScript imports already.
  const source = path.replace(/\.js$/, '.ts');
  return compiled.has(source) ? source : path;
}

const toPackageName = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
