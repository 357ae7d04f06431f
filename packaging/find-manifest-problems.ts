import { posix } from 'node:path';
import { hasEffects } from './effects.ts';
import type { Gathered } from './gather.ts';
import { placeOf, toJs } from './place.ts';
import type { Workspace } from './workspace.ts';

/** What a package.json has to say and does not, as sentences that say what to do. */
export function findManifestProblems(workspace: Workspace, { needs, texts }: Gathered): string[] {
  return [...findUndeclared(workspace, needs), ...findUntoldEffects(workspace, texts)];
}

function findUndeclared({ folder, manifest }: Workspace, needs: ReadonlySet<string>): string[] {
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
  const missing = [...needs].filter((name) => declared[name] === undefined);
  if (missing.length === 0) return [];
  return [
    `${manifest.name} imports ${missing.join(', ')}; name that among the dependencies in ${folder}/package.json.`,
  ];
}

/** Bundlers leave out what nobody takes anything from, unless it is said to do something. */
function findUntoldEffects({ folder, manifest }: Workspace, texts: ReadonlyMap<string, string>): string[] {
  const named = Array.isArray(manifest.sideEffects) ? manifest.sideEffects : [];
  const told: readonly string[] = named.map((path: string) =>
    toJs(placeOf(folder, posix.join(folder, path))),
  );
  const found = [...texts]
    .filter(([path, text]) => path.endsWith('.js') && hasEffects(text))
    .map(([path]) => path);
  if (found.every((path) => told.includes(path)) && told.every((path) => found.includes(path))) return [];
  return [
    `"sideEffects" in ${folder}/package.json has to name the files that do something when they are loaded, as they are in the sources: ${list(found)}. It names ${list(told)}.`,
  ];
}

const list = (paths: readonly string[]): string => (paths.length === 0 ? 'none' : paths.join(', '));
