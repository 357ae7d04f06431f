import { type Difference, differencesOf } from '../engine/differences.ts';
import type { Exchange } from '../engine/exchange.ts';
import { isObject } from '../engine/json.ts';
import type { ExchangeReader } from './exchange-reader.ts';
import { type Criteria, readsBody } from './matcher.ts';
import { hasAt } from './pointer.ts';

/** An exchange that is not what was looked for, and where it differs; paths lead into the matcher. */
export type NearMiss = { readonly exchange: Exchange; readonly differences: readonly Difference[] };

const MOST_MISSES = 3;
/** Reading bodies takes time; beyond so much of it what came closest is not looked for. */
const MOST_READ = 1000;
const MOST_READ_BYTES = 4 * 1024 * 1024;
const LEAVES_AS_A_READ = 100;

/** Another operation is further away than any few attributes of a body. */
const COSTS: ReadonlyMap<string, number> = new Map([
  ['/operation', 10],
  ['/account', 5],
  ['/since', 5],
]);

type Candidate = NearMiss & {
  readonly order: number;
  readonly cost: number;
  /** Whether it belongs to another account than the one that is asked for. */
  readonly isOthers: boolean;
};

/**
 * The exchanges that differ least from what is looked for, closest first; of equals the newest. What belongs to another
 * account, or came too early, is told of only when nothing else is wrong with it; that of another account last, and not
 * where one of the account itself differs less.
 */
export function findNearMisses(
  reader: ExchangeReader,
  criteria: Criteria,
  exchanges: Iterable<Exchange>,
): NearMiss[] {
  const candidates = [...exchanges]
    .map((exchange, order) => toCandidate(criteria, exchange, order, differencesOfFacts(criteria, exchange)))
    .filter(({ exchange, differences }) => differences.length <= 1 || !isElsewhere(criteria, exchange))
    .sort(byNearness);
  const best: Candidate[] = [];
  const isRead = readsBody(criteria) || criteria.diagnostic !== undefined;
  // What is looked for can be large too.
  const work = 1 + countLeaves(criteria.body) / LEAVES_AS_A_READ;
  let read = 0;
  let readBytes = 0;
  for (const candidate of candidates) {
    const worst = best.length < MOST_MISSES ? undefined : best.at(-1);
    // What is wrong with it already is the least that can be wrong with it.
    if (worst !== undefined && isNearer(worst, candidate)) break;
    const [first] = best;
    if (candidate.isOthers && first !== undefined && !first.isOthers && first.cost < candidate.cost) break;
    if (read >= MOST_READ || readBytes >= MOST_READ_BYTES) break;
    const whole = isRead ? withBody(reader, criteria, candidate) : candidate;
    read += work;
    readBytes += isRead ? candidate.exchange.bytes.byteLength : 0;
    const isElse = isElsewhere(criteria, candidate.exchange) && whole.differences.length > 1;
    if (whole.differences.length === 0 || isElse) continue;
    best.push(whole);
    best.sort(byNearness);
    best.length = Math.min(best.length, MOST_MISSES);
  }
  return best.map(({ exchange, differences }) => ({ exchange, differences }));
}

function withBody(reader: ExchangeReader, criteria: Criteria, candidate: Candidate): Candidate {
  const { exchange, order, differences } = candidate;
  const inBody = differencesOfBody(reader, criteria, exchange);
  return toCandidate(criteria, exchange, order, [...differences, ...inBody]);
}

function toCandidate(
  criteria: Criteria,
  exchange: Exchange,
  order: number,
  differences: readonly Difference[],
): Candidate {
  const cost = differences.reduce((sum, each) => sum + costOf(each), 0);
  return { exchange, order, differences, cost, isOthers: isOfOthers(criteria, exchange) };
}

function byNearness(one: Candidate, other: Candidate): number {
  return Number(one.isOthers) - Number(other.isOthers) || one.cost - other.cost || other.order - one.order;
}

/** Whether it stays before the other, however little else may be wrong with that. */
function isNearer(one: Candidate, other: Candidate): boolean {
  return one.isOthers === other.isOthers ? one.cost < other.cost : other.isOthers;
}

/** One without an account has nobody else it could belong to. */
function isOfOthers({ account }: Criteria, exchange: Exchange): boolean {
  return account !== undefined && exchange.account !== null && exchange.account !== account;
}

function isElsewhere(criteria: Criteria, exchange: Exchange): boolean {
  const { since } = criteria;
  return isOfOthers(criteria, exchange) || (since !== undefined && exchange.id <= since);
}

function differencesOfFacts(criteria: Criteria, exchange: Exchange): Difference[] {
  const { since } = criteria;
  const differences: Difference[] = [];
  for (const name of ['account', 'operation', 'status'] as const) {
    const [expected, actual] = [criteria[name], exchange[name]];
    if (expected !== undefined && expected !== actual)
      differences.push({ path: `/${name}`, expected, actual });
  }
  if (since !== undefined && exchange.id <= since)
    differences.push({ path: '/since', expected: since, actual: exchange.id });
  return differences;
}

function differencesOfBody(
  reader: ExchangeReader,
  { body, has, diagnostic }: Criteria,
  exchange: Exchange,
): Difference[] {
  const sent = body === undefined && has.length === 0 ? undefined : reader.bodyOf(exchange);
  const differences =
    body === undefined ? [] : differencesOf(reader.comparable(body, exchange), sent, '/body');
  for (const [index, { text, steps }] of has.entries()) {
    if (!hasAt(sent, steps)) differences.push({ path: `/has/${index}`, expected: text });
  }
  const codes = diagnostic === undefined ? [] : reader.explain(exchange).diagnostics.map(({ code }) => code);
  if (diagnostic !== undefined && !codes.includes(diagnostic)) {
    const actual = codes.length === 0 ? {} : { actual: [...new Set(codes)] };
    differences.push({ path: '/diagnostic', expected: diagnostic, ...actual });
  }
  return differences;
}

function costOf({ path, expected }: Difference): number {
  return COSTS.get(path) ?? countLeaves(expected);
}

/** A part that is missing altogether is as far away as all that should be in it. */
function countLeaves(value: unknown): number {
  if (!Array.isArray(value) && !isObject(value)) return 1;
  return Math.max(
    1,
    Object.values(value).reduce<number>((sum, inner) => sum + countLeaves(inner), 0),
  );
}
