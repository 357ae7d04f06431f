import type { UserlistEngine } from '@understudy/mock-server';
import { toConductJson, type Verdict } from '@understudy/mock-server/conduct';

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
  /** How many requests the journal still has, and how many have made room for them. */
  readonly journal: { readonly kept: number; readonly dropped: number };
  /** How many connections over TLS have ended before there was a request. */
  readonly tlsFailures: number;
};

type Source = Pick<UserlistEngine, 'tally' | 'journal' | 'service'>;

/** Counts what an engine has received. */
export function summaryOf({ tally, journal, service }: Source, tlsFailures: number): Summary {
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
    journal: { kept: journal.size, dropped: journal.dropped },
    tlsFailures,
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

/** A summary as one JSON value, with the reports in full. */
export function toSummaryJson(
  { requests, arrived, refused, diagnostics, journal, tlsFailures }: Summary,
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
    journal,
    tls_failures: tlsFailures,
    conduct: toConductJson(verdict),
  };
}
