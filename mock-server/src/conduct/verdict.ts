import { nearest } from '../engine/nearest.ts';
import { UsageError } from '../engine/usage-error.ts';
import { type Conduct, type ConductKind, conductKinds, type Finding, isConductKind, rules } from './rules.ts';

/** Words that stand for several kinds, or for one with a longer name. */
export const kindGroups: Readonly<Record<string, readonly ConductKind[]>> = {
  lost: ['lost', 'gave-up'],
  duplicate: ['duplicate-after-success'],
  bad: conductKinds.filter((kind) => rules[kind].level === 'bad'),
};

/** Reads a list of kinds and of words for several, separated by commas. Throws a UsageError on any other word. */
export function decodeFailOn(text: string): readonly ConductKind[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [...new Set(words.flatMap(toKinds))];
}

function toKinds(word: string): readonly ConductKind[] {
  const group = Object.hasOwn(kindGroups, word) ? kindGroups[word] : undefined;
  if (group !== undefined) return group;
  if (isConductKind(word)) return [word];
  const words = [...Object.keys(kindGroups), ...conductKinds];
  const near = nearest(word.toLowerCase(), words);
  const remedy = near === null ? `use ${[...new Set(words)].join(', ')}.` : `did you mean ${near}?`;
  throw new UsageError(`There is no kind of finding "${word}"; ${remedy}`);
}

/** Why a conduct fails: a finding of a kind that may not be, or that it cannot be told. */
export type Hit = {
  /** The handle; null when there is no account. */
  readonly account: string | null;
  /** Null when it cannot be told. */
  readonly kind: ConductKind | null;
  readonly message: string;
};

/** What each report is judged by, whatever form it is printed in. */
export type Verdict = {
  readonly failOn: readonly ConductKind[];
  readonly accounts: readonly Conduct[];
  /** Nothing fails when this is empty. */
  readonly hits: readonly Hit[];
};

/**
 * Judges reports by the kinds that are to fail. Where exchanges were dropped nothing that is absent proves anything, and
 * where nothing arrived there is nothing to judge: a client that sends elsewhere must not pass.
 */
export function toVerdict(accounts: readonly Conduct[], failOn: readonly ConductKind[]): Verdict {
  const isEmpty = accounts.every(({ exchanges }) => exchanges === 0);
  const [first] = accounts;
  const nobody: Hit = { account: first?.account ?? null, kind: null, message: NOTHING_ARRIVED };
  const hits = accounts.flatMap((conduct) => hitsOf(conduct, failOn));
  return { failOn, accounts, hits: isEmpty && failOn.length > 0 && hits.length === 0 ? [nobody] : hits };
}

const NOTHING_ARRIVED = 'No request arrived, so that there is nothing to judge.';

function hitsOf(conduct: Conduct, failOn: readonly ConductKind[]): readonly Hit[] {
  if (failOn.length === 0) return [];
  const { account, complete } = conduct;
  const hits = failOn
    .filter((kind) => (conduct.summary[kind] ?? 0) > 0)
    .map((kind) => ({ account, kind, message: toReason(conduct, kind) }));
  if (hits.length > 0 || complete) return hits;
  const message = `The journal had to drop exchanges of this account, so that it cannot be told whether there was any ${failOn.join(' or ')}.`;
  return [{ account, kind: null, message }];
}

function toReason({ findings, summary }: Conduct, kind: ConductKind): string {
  const first = findings.find((finding) => finding.kind === kind);
  const more = (summary[kind] ?? 1) - 1;
  const rest = more === 0 ? '' : ` And ${more} more.`;
  return `${first === undefined ? `The client ${rules[kind].says}.` : renderFinding(first)}${rest}`;
}

/** A finding in one line. */
export function renderFinding({ operation, item, message, exchanges }: Finding): string {
  const what = [operation, item].filter((part) => part !== null).join(', ');
  const [first] = exchanges;
  const where = first === undefined ? '' : ` (${[...new Set([first, exchanges.at(-1)])].join(' … ')})`;
  return `${what === '' ? '' : `${what}: `}${message}${where}`;
}
