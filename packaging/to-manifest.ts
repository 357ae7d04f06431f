import { posix } from 'node:path';
import { placeOf, toJs, toTypes } from './place.ts';
import type { Workspace } from './workspace.ts';

/** The package.json of a package as others get it: doors lead to what was compiled, and what was brought along is no dependency. */
export function toManifest(
  { folder, manifest }: Workspace,
  own: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const { exports = {}, sideEffects, dependencies = {}, scripts: _scripts, ...rest } = manifest;
  const place = (path: string): string => `./${placeOf(folder, posix.join(folder, path))}`;
  const others = Object.entries(dependencies).filter(([name]) => !own.has(name));
  return {
    ...rest,
    ...(Array.isArray(sideEffects)
      ? { sideEffects: sideEffects.map((path: string) => toJs(place(path))) }
      : { sideEffects }),
    exports: Object.fromEntries(
      Object.entries(exports).map(([door, path]) => [
        door,
        path.endsWith('.ts') ? { types: toTypes(place(path)), default: toJs(place(path)) } : place(path),
      ]),
    ),
    ...(others.length > 0 ? { dependencies: Object.fromEntries(others) } : {}),
  };
}
