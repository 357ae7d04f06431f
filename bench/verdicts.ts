import type { CompileCache, LoadSeries, Results, Sample } from './results.ts';
import { type Spread, toRatios, toSpread } from './statistics.ts';
import type { SubjectName } from './subjects.ts';
import { JUDGED, LOAD_TARGETS, type LoadTarget, START_UP_TARGETS, type StartUpTarget } from './targets.ts';

/** What became of a target. */
export type Verdict = {
  readonly target: LoadTarget | StartUpTarget;
  /** Understudy over the peer, round by round. */
  readonly ratio: Spread;
  readonly isReached: boolean;
};

/** Judges what a run measured; targets for which it measured nothing are left out. */
export function toVerdicts(results: Results): readonly Verdict[] {
  return [
    ...LOAD_TARGETS.flatMap((target) => judgeLoad(results, target)),
    ...START_UP_TARGETS.flatMap((target) => judgeStartUp(results, target)),
  ];
}

/** Requests a second. */
export function toRate({ answers, seconds }: Sample): number {
  return answers / seconds;
}

/** CPU of the server in microseconds a request; NaN where the system does not tell. */
export function toCpuPerRequest({ cpuMs, answers }: Sample): number {
  return cpuMs === null ? Number.NaN : (cpuMs * 1000) / answers;
}

/** How fast one server is beside another, round by round: by requests a second, or by what a request costs. */
export function toSpeedRatios(
  ours: LoadSeries,
  theirs: LoadSeries,
  kind: LoadTarget['kind'],
): readonly number[] {
  return kind === 'requests'
    ? toRatios(ours.samples.map(toRate), theirs.samples.map(toRate))
    : toRatios(theirs.samples.map(toCpuPerRequest), ours.samples.map(toCpuPerRequest));
}

function judgeLoad({ load }: Results, target: LoadTarget): readonly Verdict[] {
  const find = (name: SubjectName): LoadSeries | undefined =>
    load.find(({ subject, size }) => subject === name && size === target.size);
  const [ours, theirs] = [find(JUDGED), find(target.peer)];
  if (ours === undefined || theirs === undefined) return [];
  return judge(target, toSpeedRatios(ours, theirs, target.kind), (median) => median >= target.atLeast);
}

function judgeStartUp({ startUps }: Results, target: StartUpTarget): readonly Verdict[] {
  const find = (name: SubjectName, wanted: CompileCache): readonly number[] =>
    startUps.find(({ subject, cache }) => subject === name && cache === wanted)?.ms ?? [];
  const ratios = toRatios(find(JUDGED, target.cache), find(target.peer, target.peerCache));
  return judge(target, ratios, (median) => median <= target.atMost);
}

function judge(
  target: Verdict['target'],
  ratios: readonly number[],
  isGood: (median: number) => boolean,
): readonly Verdict[] {
  if (ratios.length === 0 || ratios.some(Number.isNaN)) return [];
  const ratio = toSpread(ratios);
  return [{ target, ratio, isReached: isGood(ratio.median) }];
}
