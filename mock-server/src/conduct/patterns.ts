import { thresholds } from './thresholds.ts';

const { samePart, sameMs, shortestTellingMs, coincidences, waitsWithoutGrowth, alikeFactor, alikeMs } =
  thresholds;

/** Whether the first waits of a row are all alike; a row that has grown to its longest wait stays there rightly. */
export function isWithoutGrowth(waits: readonly number[]): boolean {
  if (waits.length < waitsWithoutGrowth) return false;
  const first = waits.slice(0, waitsWithoutGrowth);
  return Math.max(...first) <= Math.min(...first) * alikeFactor + alikeMs;
}

/** By what factor the waits of a row grow from one to the next, by the straight line through their logarithms; null for fewer than two. */
export function growthOf(waits: readonly number[]): number | null {
  if (waits.length < 2) return null;
  const logs = waits.map((ms) => Math.log(Math.max(ms, 1)));
  const middle = (logs.length - 1) / 2;
  let [above, below] = [0, 0];
  for (const [index, log] of logs.entries()) {
    above += (index - middle) * log;
    below += (index - middle) ** 2;
  }
  return Math.round(Math.exp(above / below) * 100) / 100;
}

/**
 * Whether chance is in rows of waits: false when often enough a wait is what the others foretell and none contradicts
 * that, null when there are too few to tell. What is foretold: the wait at the same place of another row; within a row
 * a constant factor or a constant difference until its longest wait.
 */
export function findsChance(rows: readonly (readonly number[])[]): boolean | null {
  const telling = rows.map((row) => row.filter((ms) => ms >= shortestTellingMs));
  const signs = [
    agreementByPlace(rows),
    agreementInRows(telling, quotient),
    agreementInRows(telling, difference),
  ];
  if (signs.some((sign) => sign !== null && sign >= coincidences)) return false;
  const waits = telling.reduce((sum, row) => sum + row.length, 0);
  return waits > coincidences && signs.includes(null) && signs.every((sign) => !sign) ? true : null;
}

/** How often waits agree; null as soon as two do not. */
type Agreement = number | null;

function agreementByPlace(rows: readonly (readonly number[])[]): Agreement {
  const firsts: number[] = [];
  let agreeing = 0;
  for (const row of rows) {
    for (const [place, ms] of row.entries()) {
      if (ms < shortestTellingMs) continue;
      const first = firsts[place];
      if (first === undefined) firsts[place] = ms;
      else if (isSameWait(first, ms)) agreeing += 1;
      else return null;
    }
  }
  return agreeing;
}

type Step = (from: number, to: number) => { readonly value: number; readonly within: number };

const quotient: Step = (from, to) => {
  const value = to / from;
  return { value, within: value * (toleranceOf(from) / from + toleranceOf(to) / to) };
};
const difference: Step = (from, to) => ({ value: to - from, within: toleranceOf(from) + toleranceOf(to) });

function agreementInRows(rows: readonly (readonly number[])[], step: Step): Agreement {
  let agreeing = 0;
  for (const row of rows) {
    const plateau = plateauOf(row);
    const rising = row.slice(0, row.length - plateau);
    agreeing += Math.max(0, plateau - 1);
    const steps = rising.slice(1).map((to, index) => step(rising[index] ?? to, to));
    const [first, ...others] = steps;
    for (const { value, within } of others) {
      if (first === undefined || Math.abs(value - first.value) > Math.max(within, first.within)) return null;
      agreeing += 1;
    }
  }
  return agreeing;
}

/** How many waits at the end of a row are the same; one when it ends with its only longest. */
function plateauOf(row: readonly number[]): number {
  const last = row.at(-1);
  if (last === undefined) return 0;
  const differs = row.findLastIndex((ms) => !isSameWait(ms, last));
  const length = row.length - 1 - differs;
  return length > 1 ? length : 0;
}

function isSameWait(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(toleranceOf(one), toleranceOf(other));
}

function toleranceOf(ms: number): number {
  return Math.max(sameMs, ms * samePart);
}
