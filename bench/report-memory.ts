import type { MemoryResults } from './results.ts';

const MOST_OF_MAP = 1.5;

/** One line of the table: what was measured, the figures, the target and whether it is reached. */
export type MemoryRow = readonly [
  what: string,
  first: string,
  last: string,
  ratio: string,
  target: string,
  verdict: string,
];

/** What a run found out about memory, judged. */
export function toMemoryRows({ soak, users }: MemoryResults): readonly MemoryRow[] {
  const growth = soak.endBytes / soak.settledBytes - 1;
  const ofMap = users.engineBytes / users.mapBytes;
  return [
    [
      `heap in use after ${toWhole(soak.requests * 0.3)} and after ${toWhole(soak.requests)} POST /users over 1,000 accounts`,
      toMebibytes(soak.settledBytes),
      toMebibytes(soak.endBytes),
      `${growth >= 0 ? '+' : ''}${(growth * 100).toFixed(1)} %`,
      '≤ 10 %',
      toVerdict(soak.endBytes * 10 <= soak.settledBytes * 11),
    ],
    [
      `${toWhole(users.users)} users in a plain Map and in one account`,
      toMebibytes(users.mapBytes),
      toMebibytes(users.engineBytes),
      `${ofMap.toFixed(2)} ×`,
      `≤ ${MOST_OF_MAP} ×`,
      toVerdict(ofMap <= MOST_OF_MAP),
    ],
  ];
}

function toVerdict(isReached: boolean): string {
  return isReached ? 'reached' : 'falls short';
}

function toMebibytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}

function toWhole(figure: number): string {
  return Math.round(figure).toLocaleString('en');
}
