import { isGenerated, isWithin } from './graph.ts';
import { moments } from './rooms.ts';
import type { Source } from './source.ts';

/** Declarations that this project does without; what describes somebody else's library or is read by a tool may have them. */
export function oddityViolations(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !/\.(config|d)\.ts$/.test(path))
    .flatMap(({ path, oddities }) => oddities.map((oddity) => `${path} has ${oddity}`));
}

/** Names that say nothing about what is in a file. */
export function nameViolations(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => /(^|[/-])(utils?|helpers?|misc|common)([./-]|$)/.test(path))
    .map(({ path }) => `${path} has a name for anything`);
}

/** A text of the project: a source, or something that people read. */
type Text = { readonly path: string; readonly text: string };

/** Words for which the glossary has another; this folder has to say them. */
const FORBIDDEN: readonly { readonly word: RegExp; readonly better: string }[] = [
  { word: /\bsimulators?\b/i, better: 'stand-in' },
];

/** Texts with a word that the glossary does not have. */
export function wordViolations(texts: readonly Text[]): string[] {
  return texts
    .filter(({ path }) => !isWithin(path, 'test/architecture'))
    .flatMap(({ path, text }) =>
      FORBIDDEN.flatMap(({ word, better }) => {
        const [said] = word.exec(text) ?? [];
        return said === undefined ? [] : [`${path} says "${said}" where it means "${better}"`];
      }),
    );
}

/** The engine serves any vendor, so it may know none. */
export function vendorViolations(sources: readonly Source[]): string[] {
  return sources
    .filter(
      ({ path, text }) => isWithin(path, 'mock-server/src/engine') && /userlist/i.test(`${path}\n${text}`),
    )
    .map(({ path }) => `${path} says "userlist"`);
}

/** Reads of the clock, of chance and of timers where they are to be handed in, in tests too. */
export function momentViolations(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, moments: read }) =>
    read.filter((moment) => !mayRead(path, moment)).map((moment) => `${path} uses ${moment}`),
  );
}

const mayRead = (path: string, moment: string): boolean =>
  Object.entries(moments).some(([place, allowed]) => isWithin(path, place) && allowed.includes(moment));

/** Permissions to read the clock, chance or timers that nobody uses any more. */
export function unusedMoments(sources: readonly Source[]): string[] {
  return Object.entries(moments).flatMap(([place, allowed]) => {
    const used = sources.filter((source) => isWithin(source.path, place)).flatMap((source) => source.moments);
    return allowed
      .filter((moment) => !used.includes(moment))
      .map((moment) => `${place} no longer uses ${moment}`);
  });
}

/** Files with more lines than `most`, the longest first; generated ones are as long as they are. */
export function longFiles(sources: readonly Source[], most: number): string[] {
  return sources
    .filter(({ path, lines }) => lines > most && !isGenerated(path))
    .sort((one, other) => other.lines - one.lines)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}
