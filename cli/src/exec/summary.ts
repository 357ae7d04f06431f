import type { UserlistEngine } from '@understudy/mock-server';
import { toConductJson, type Verdict } from '@understudy/mock-server/conduct';
import { toPrintable } from '../printable.ts';

type Counted<Fact> = Fact & { readonly requests: number };

/** What arrived while a command ran. */
export type Summary = {
  readonly requests: number;
  /** By operation and status, null without a route or an answer, and by how much of the answer left. */
  readonly arrived: readonly Counted<{
    readonly operation: string | null;
    readonly status: number | null;
    readonly delivered: string;
  }>[];
  /** By status and the vendor's code. */
  readonly refused: readonly Counted<{ readonly status: number | null; readonly code: string | null }>[];
  /** On how many of the requests that the journal still has there is each. */
  readonly diagnostics: readonly Counted<{ readonly code: string; readonly level: string }>[];
};

type Source = Pick<UserlistEngine, 'tally' | 'journal' | 'service'>;

/** Counts what an engine has received. */
export function summaryOf({ tally, journal, service }: Source): Summary {
  const rows = tally.rows();
  const diagnostics = [...journal.entries()].flatMap((exchange) => {
    const codes = new Map(service.explain(exchange).diagnostics.map(({ code, level }) => [code, level]));
    return [...codes].map(([code, level]) => ({ code, level, requests: 1 }));
  });
  return {
    requests: rows.reduce((sum, { requests }) => sum + requests, 0),
    arrived: count(
      rows.map(({ operation, status, delivered, requests }) => ({ operation, status, delivered, requests })),
    ),
    refused: count(
      rows
        .filter(({ status }) => status === null || status >= 300)
        .map(({ status, code, requests }) => ({ status, code, requests })),
    ),
    diagnostics: count(diagnostics),
  };
}

/** Adds up what differs in nothing but its count; most first. */
function count<Fact extends { readonly requests: number }>(facts: readonly Fact[]): readonly Fact[] {
  const byName = new Map<string, Fact>();
  for (const fact of facts) {
    const name = JSON.stringify({ ...fact, requests: 0 });
    const known = byName.get(name);
    byName.set(name, known === undefined ? fact : { ...known, requests: known.requests + fact.requests });
  }
  return [...byName.values()].sort((one, other) => other.requests - one.requests);
}

/** The summary for people, in lines. */
export function renderSummary({ requests, arrived, refused, diagnostics }: Summary): string {
  if (requests === 0) return 'Nothing arrived. Does the command send to USERLIST_PUSH_ENDPOINT?\n';
  const operations = [...new Set(arrived.map(({ operation }) => operation))];
  const lines = [
    `${requests} ${requests === 1 ? 'request' : 'requests'} arrived.`,
    ...operations.map((operation) => {
      const own = arrived.filter((each) => each.operation === operation);
      return `  ${operation ?? 'unknown path'}: ${own.map((each) => `${toAnswer(each)} × ${each.requests}`).join(', ')}`;
    }),
    ...toLine('Refused', refused, ({ status, code }) => [toStatus(status), code].filter(Boolean).join(' ')),
    ...(refused.length === 0 ? ['  No refusal came, so retries were not tried.'] : []),
    ...toLine('Diagnostics', diagnostics, ({ code, level }) => `${code} (${level})`),
  ];
  return lines.map((line) => `${toPrintable(line)}\n`).join('');
}

/** A fault, or a client that goes away, keeps an answer from arriving whole. */
function toAnswer({
  status,
  delivered,
}: {
  readonly status: number | null;
  readonly delivered: string;
}): string {
  return status === null || delivered === 'full' ? toStatus(status) : `${status} not delivered`;
}

function toStatus(status: number | null): string {
  return status === null ? 'hung up' : String(status);
}

function toLine<Fact extends { readonly requests: number }>(
  title: string,
  facts: readonly Fact[],
  render: (fact: Fact) => string,
): string[] {
  if (facts.length === 0) return [];
  return [`  ${title}: ${facts.map((fact) => `${render(fact)} × ${fact.requests}`).join(', ')}`];
}

/** The same as one JSON value, with the reports in full. */
export function toSummaryJson(
  { requests, arrived, refused, diagnostics }: Summary,
  verdict: Verdict,
  codes: { readonly command: number; readonly exit: number },
): object {
  return {
    exit_code: codes.exit,
    command_exit_code: codes.command,
    requests,
    arrived,
    refused,
    diagnostics,
    conduct: toConductJson(verdict),
  };
}
