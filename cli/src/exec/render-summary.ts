import { toPrintable } from '../printable.ts';
import type { Summary } from './summary.ts';

/** How the command was to reach the stand-in. */
export type WayIn = {
  readonly url: string;
  readonly intercept: boolean;
  readonly https: boolean;
};

/** The summary for people, in lines. */
export function renderSummary(summary: Summary, wayIn: WayIn): string {
  const lines = summary.requests === 0 ? renderNothing(summary, wayIn) : renderArrived(summary, wayIn);
  return lines.map((line) => `${toPrintable(line)}\n`).join('');
}

function renderArrived(summary: Summary, wayIn: WayIn): string[] {
  const { requests, arrived, refused, diagnostics } = summary;
  const operations = [...new Set(arrived.map(({ operation }) => operation))];
  return [
    `${requests} ${requests === 1 ? 'request' : 'requests'} arrived.`,
    ...operations.map((operation) => {
      const own = arrived.filter((each) => each.operation === operation);
      return `  ${operation ?? 'unknown path'}: ${own.map((each) => `${toAnswer(each)} × ${each.requests}`).join(', ')}`;
    }),
    ...toLine('Refused', refused, ({ status, code }) => [toStatus(status), code].filter(Boolean).join(' ')),
    ...(refused.length === 0 ? ['  No refusal came, so retries were not tried.'] : []),
    ...toLine(toDiagnosticsTitle(summary), diagnostics, ({ code, level }) => `${code} (${level})`),
    ...(summary.tlsFailures === 0 ? [] : [`  ${toTlsFailures(summary)}; ${toTrust(wayIn)}`]),
  ];
}

/** What to look at, the likeliest first. */
function renderNothing(summary: Summary, { url, intercept, https }: WayIn): string[] {
  return [
    `Nothing arrived at ${url}. Look whether the command`,
    '  sends to the address in USERLIST_PUSH_ENDPOINT, with the key in USERLIST_PUSH_KEY;',
    intercept
      ? '  is a program of Node, with the NODE_OPTIONS that it was started with: --intercept leads no others;'
      : '  is a program of Node that knows only push.userlist.com: then run it with --intercept;',
    https
      ? `  speaks TLS to the address in UNDERSTUDY_HTTPS_URL, and trusts the file in UNDERSTUDY_CA_FILE. ${toTlsFailures(summary)}.`
      : '  can speak nothing but TLS: then run it with --https.',
  ];
}

function toDiagnosticsTitle({ journal: { kept, dropped } }: Summary): string {
  return dropped === 0 ? 'Diagnostics' : `Diagnostics of the newest ${kept} requests`;
}

const toTrust = ({ intercept }: WayIn): string =>
  intercept
    ? 'what --intercept leads needs no TLS, the rest has to trust the file in UNDERSTUDY_CA_FILE.'
    : 'does the client trust the file in UNDERSTUDY_CA_FILE?';

function toTlsFailures({ tlsFailures }: Summary): string {
  return tlsFailures === 1
    ? '1 connection over TLS ended before there was a request'
    : `${tlsFailures} connections over TLS ended before there was a request`;
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
