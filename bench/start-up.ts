import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Children } from './children.ts';
import type { CompileCache, StartUpSeries } from './results.ts';
import { startSubject } from './start-subject.ts';
import type { Subject, SubjectName } from './subjects.ts';

export type StartUpOptions = {
  readonly subjects: readonly Subject[];
  readonly count: number;
  readonly children: Children;
  /** Where compile caches may be put. */
  readonly folder: string;
  readonly progress: (line: string) => void;
};

type Variant = { readonly subject: Subject; readonly cache: CompileCache; readonly ms: number[] };

/** Takes seconds, so that once has to be enough. */
const SLOW: SubjectName = 'prism';
const CACHES: Readonly<Partial<Record<SubjectName, readonly CompileCache[]>>> = {
  built: ['cold', 'warm'],
  source: ['cold', 'warm'],
  fastify: ['none', 'warm'],
  prism: ['none'],
};

/** From spawn to first good answer, one start after the other, all ways in turn. */
export async function measureStartUps(options: StartUpOptions): Promise<readonly StartUpSeries[]> {
  const { subjects, count, children, folder, progress } = options;
  const variants = subjects.flatMap((subject) =>
    (CACHES[subject.name] ?? []).map((cache): Variant => ({ subject, cache, ms: [] })),
  );
  const freshFolder = (): Promise<string> => mkdtemp(join(folder, 'cache-'));
  const start = async (subject: Subject, compileCache: string | null): Promise<number> => {
    const running = await startSubject(subject, { children, compileCache });
    // Node writes its cache at an orderly end, which this waits for.
    await running.end();
    return running.startUpMs;
  };

  const warmFolders = new Map<Variant, string>();
  for (const variant of variants.filter(({ cache }) => cache === 'warm')) {
    const warm = await freshFolder();
    warmFolders.set(variant, warm);
    await start(variant.subject, warm);
  }
  for (let round = 0; round < count; round += 1) {
    progress(`start-up: round ${round + 1} of ${count}`);
    for (const variant of variants) {
      const { subject, cache, ms } = variant;
      if (subject.name === SLOW && round > 0) continue;
      const compileCache = cache === 'cold' ? await freshFolder() : (warmFolders.get(variant) ?? null);
      ms.push(await start(subject, compileCache));
    }
  }
  return variants.map(({ subject, cache, ms }) => ({ subject: subject.name, cache, ms }));
}
