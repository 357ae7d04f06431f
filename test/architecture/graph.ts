import { posix } from 'node:path';
import type { Package, Project } from './project.ts';
import type { Source } from './source.ts';

/** Where an import leads: to a file of the project, perhaps through a package's door, or out of it. */
export type Target = { readonly file: string | null; readonly name: string };

/** Finds the file that an import loads. A name of the project that no door has leads to no file. */
export function toTarget(from: string, specifier: string, packages: readonly Package[]): Target {
  if (specifier.startsWith('.')) return { file: posix.join(posix.dirname(from), specifier), name: specifier };
  for (const { exports } of packages) {
    const file = exports[specifier];
    if (file !== undefined) return { file, name: specifier };
  }
  return { file: null, name: specifier };
}

/** True for a folder or file, and all that is in it; `node:` holds all of Node's modules. */
export const isWithin = (path: string, place: string): boolean =>
  path === place || path.startsWith(place.endsWith(':') || place === '' ? place : `${place}/`);

export const isGenerated = (path: string): boolean => path.split('/').includes('generated');

const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.split('/').includes('test');

/** Tests, and the files beside the sources that nobody but tests loads. */
export function testFiles({ sources, packages, entries }: Project): ReadonlySet<string> {
  const found = new Set(sources.map(({ path }) => path).filter(isTest));
  const roots = new Set([...entries, ...packages.flatMap(({ exports }) => Object.values(exports))]);
  const importers = new Map<string, string[]>();
  for (const source of sources) {
    for (const { specifier } of source.imports) {
      const { file } = toTarget(source.path, specifier, packages);
      if (file !== null) importers.set(file, [...(importers.get(file) ?? []), source.path]);
    }
  }
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [file, from] of importers)
      if (!roots.has(file) && from.every((path) => found.has(path))) found.add(file);
  }
  return found;
}

/** The chains of files that load each other, each once, beginning with its first file. */
export function cyclesOf({ sources, packages }: Project): string[] {
  const loads = new Map(sources.map((source) => [source.path, loadedBy(source, packages)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      cycles.push([...trail.slice(start), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of loads.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return cycles;
}

function loadedBy({ path, imports }: Source, packages: readonly Package[]): string[] {
  return imports.flatMap(({ specifier, loads }) => {
    const { file } = toTarget(path, specifier, packages);
    return loads && file !== null ? [file] : [];
  });
}
