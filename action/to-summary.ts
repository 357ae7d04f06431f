/** The most that is taken of a report; a page may have a megabyte, and nobody reads it. */
const MOST = 100_000;

/** What the page of the job says: what arrived, how the client behaved, and what the stand-in complained of. */
export function toSummary(parts: {
  /** In the text format of Prometheus; null where it could not be had. */
  readonly metrics: string | null;
  readonly conduct: string;
  readonly log: string;
}): string {
  const { metrics, conduct, log } = parts;
  const sections =
    metrics === null
      ? ['The stand-in was gone before the job ended.']
      : [toTable(metrics), ...toBlock('How the client behaved', conduct)];
  return `${['### Understudy', ...sections, ...toBlock('What it complained of', log)].join('\n\n')}\n`;
}

type Row = { readonly operation: string; readonly status: string; readonly requests: number };

const SAMPLE = /^understudy_requests_total\{(.*)\} (\d+)$/gm;

function toTable(metrics: string): string {
  const rows = [...metrics.matchAll(SAMPLE)].map(([, labels = '', requests]) => ({
    operation: toLabel(labels, 'operation') || 'unknown path',
    status: toLabel(labels, 'status') || 'hung up',
    requests: Number(requests),
  }));
  const arrived = addUp(rows.filter(({ requests }) => requests > 0));
  if (arrived.length === 0) return 'Nothing arrived. Does anything send to `USERLIST_PUSH_ENDPOINT`?';
  const lines = arrived.map(
    ({ operation, status, requests }) => `| ${operation} | ${status} | ${requests} |`,
  );
  return ['| Operation | Answer | Requests |', '| --- | --- | --- |', ...lines].join('\n');
}

const toLabel = (labels: string, name: string): string =>
  new RegExp(`(?:^|,)${name}="([^"]*)"`).exec(labels)?.[1] ?? '';

/** Requests that differ in nothing that is shown, in the order of their operations and answers. */
function addUp(rows: readonly Row[]): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const name = `${row.operation} ${row.status}`;
    sums.set(name, { ...row, requests: row.requests + (sums.get(name)?.requests ?? 0) });
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

function toBlock(title: string, text: string): string[] {
  const shown = text.trim();
  if (shown === '') return [];
  const cut = shown.length <= MOST ? shown : `${shown.slice(0, shown.lastIndexOf('\n', MOST))}\n…`;
  // Longer than any fence within.
  const fence = '`'.repeat(Math.max(3, ...[...cut.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return [`**${title}**`, `${fence}text\n${cut}\n${fence}`];
}
