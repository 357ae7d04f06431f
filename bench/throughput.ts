import { BODY_SIZES, type BodySize } from './bodies.ts';
import type { Children } from './children.ts';
import { createLoad, type Load } from './load.ts';
import type { LoadSeries, Sample, Settings } from './results.ts';
import { type RunningSubject, startSubject } from './start-subject.ts';
import type { Subject } from './subjects.ts';

export type ThroughputOptions = {
  readonly subjects: readonly Subject[];
  readonly settings: Settings;
  readonly children: Children;
  /** A folder for what Node compiles, for servers that keep it themselves. */
  readonly compileCache: string;
  readonly progress: (line: string) => void;
};

/** Under load, round by round and one server after the other, with new processes for each size of body. */
export async function measureThroughput(options: ThroughputOptions): Promise<readonly LoadSeries[]> {
  const load = createLoad(options.children);
  const all: LoadSeries[] = [];
  try {
    for (const size of BODY_SIZES) all.push(...(await measureSize(size, load, options)));
  } finally {
    await load.end();
  }
  return all;
}

async function measureSize(
  size: BodySize,
  load: Load,
  { subjects, settings, children, compileCache, progress }: ThroughputOptions,
): Promise<readonly LoadSeries[]> {
  const running: RunningSubject[] = [];
  const samples = new Map<Subject, Sample[]>(subjects.map((subject) => [subject, []]));
  const { seconds, connections, pipelining } = settings;
  try {
    for (const subject of subjects) {
      progress(`${size} body: starting ${subject.title}`);
      const cache = subject.hasCompileCache ? compileCache : null;
      running.push(await startSubject(subject, { children, compileCache: cache }));
    }
    for (let round = 0; round < settings.rounds; round += 1) {
      for (const { subject, url, pid } of rotate(running, round)) {
        progress(`${size} body: round ${round + 1} of ${settings.rounds}, ${subject.title}`);
        const warmUpSeconds = round === 0 ? settings.firstWarmUpSeconds : settings.warmUpSeconds;
        const order = { url, pid, size, warmUpSeconds, seconds, connections, pipelining };
        samples.get(subject)?.push(await load.measure(order));
      }
    }
  } finally {
    await Promise.all(running.map((one) => one.end()));
  }
  return subjects.map((subject) => ({ subject: subject.name, size, samples: samples.get(subject) ?? [] }));
}

/** Another first one each round: nobody always comes after the same neighbour. */
function rotate<Item>(items: readonly Item[], by: number): readonly Item[] {
  const first = by % Math.max(1, items.length);
  return [...items.slice(first), ...items.slice(0, first)];
}
