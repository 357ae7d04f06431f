import { isWithin, testFiles, toTarget } from './graph.ts';
import type { Package, Project } from './project.ts';
import { ANY_LIBRARY, ENGINE_FACE, type Room, rooms, tests } from './rooms.ts';
import type { Source } from './source.ts';

const DOOR = 'mock-server/src/index.ts';
const ENGINE = 'mock-server/src/engine';

/** Every import that goes where its room may not. */
export function arrowViolations(project: Project): string[] {
  const { sources, packages } = project;
  const ofTests = testFiles(project);
  const face = faceOf(sources);
  return sources.flatMap((source) => {
    const { path } = source;
    const room = roomOf(path);
    const owner = packages.find(({ folder }) => isWithin(path, folder));
    const isFree = ofTests.has(path);
    // A folder beside the packages belongs to its tests as a package does.
    const own = isFree ? [path.split('/', 1)[0] ?? path] : [];
    const may = [...(isFree ? tests : room.may), ...own];
    const judge: Judge = { source, packages, owner, may, face, isFree };
    return [
      ...source.imports.flatMap((each) => violationsOf(each, judge, room)),
      ...tooManyLibraries(source, room, isFree),
    ];
  });
}

type Judge = {
  readonly source: Source;
  readonly packages: readonly Package[];
  readonly owner: Package | undefined;
  readonly may: readonly string[];
  readonly face: readonly string[];
  readonly isFree: boolean;
};

function violationsOf(
  { specifier, loads, exports }: Source['imports'][number],
  judge: Judge,
  room: Room,
): string[] {
  const { source, packages, owner, isFree } = judge;
  const { file } = toTarget(source.path, specifier, packages);
  const doors: readonly string[] = packages.flatMap((each) => Object.values(each.exports));
  const said: string[] = [];
  const say = (text: string) => said.push(`${source.path} ${text}`);
  if (!isFree && room.isPortable === true && specifier.startsWith('node:'))
    say(`names ${specifier}, which browsers do not have`);
  if (!isFree && owner !== undefined && file === owner.exports[owner.name])
    say(`imports the door of its own package, ${specifier}`);
  if (!isFree && exports && !doors.includes(source.path))
    say(`passes ${specifier} on, which only the doors of a package do`);
  const isOwn = owner === undefined || file === null || isWithin(file, owner.folder);
  const isForAll = isFree && file !== null && tests.includes(file);
  if (specifier.startsWith('.') && !isOwn && !isForAll) {
    say(`reaches into another package, ${specifier}`);
  } else if (loads && !isAllowed(specifier, file, judge)) {
    say(`loads ${specifier}, which its room may not`);
  }
  return said;
}

function isAllowed(specifier: string, file: string | null, { may, face, packages }: Judge): boolean {
  if (specifier.startsWith('.')) {
    if (file !== null && may.includes(ENGINE_FACE) && face.includes(file)) return true;
    return file !== null && may.some((place) => isWithin(file, place));
  }
  const isOurs = packages.some(({ name }) => isWithin(specifier, name));
  // A name of ours that no door has would fail at run time, and only for those who have the package from a registry.
  if (isOurs && file === null) return false;
  if (!isOurs && !specifier.startsWith('node:') && may.includes(ANY_LIBRARY)) return true;
  return may.some((place) => isWithin(specifier, place));
}

function tooManyLibraries(
  { path, imports }: Source,
  { libraries = Infinity }: Room,
  isFree: boolean,
): string[] {
  const names = imports
    .filter(({ loads, specifier }) => loads && !/^(\.|node:|@understudy\/)/.test(specifier))
    .map(({ specifier }) => specifier);
  const known = new Set(
    names.map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  );
  return isFree || known.size <= libraries
    ? []
    : [`${path} knows ${known.size} libraries: ${[...known].join(', ')}`];
}

function roomOf(path: string): Room {
  const room = rooms.find(({ holds }) => holds.some((place) => isWithin(path, place)));
  if (room === undefined) throw new Error(`${path} is in no room.`);
  return room;
}

/** The files of the engine that the package's door names. */
function faceOf(sources: readonly Source[]): string[] {
  const door = sources.find(({ path }) => path === DOOR);
  const named = door?.imports.map(({ specifier }) => toTarget(DOOR, specifier, []).file ?? '') ?? [];
  return named.filter((file) => isWithin(file, ENGINE));
}
