import type { Verdict } from '@understudy/mock-server/conduct';
import { type PlacedReport, renderVerdict, writeReport } from '../conduct/report-file.ts';
import type { Served } from '../start/serve.ts';
import { isUsageError } from '../usage-error.ts';
import { type ExecFormat, JOURNAL_FORMATS, type JournalFormat } from './exec-formats.ts';

type Desk = Pick<Served, 'desk' | 'controlToken'>;

/** Writes what `--report` has asked for; resolves with a sentence for each file that cannot be written. */
export async function writeExecReports(
  reports: readonly PlacedReport<ExecFormat>[],
  verdict: Verdict,
  served: Desk,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const report of reports) {
    const { format } = report;
    const content = isJournal(format) ? await readJournal(served, format) : renderVerdict(verdict, format);
    await writeReport(report, content).catch((error: unknown) => {
      if (!isUsageError(error)) throw error;
      problems.push(error.message);
    });
  }
  return problems;
}

const isJournal = (format: string): format is JournalFormat =>
  JOURNAL_FORMATS.some((each) => each === format);

/** The journal as the desk exports it, with the keys hidden; the desk answers when nobody can connect to it any more, too. */
async function readJournal(
  { desk, controlToken }: Desk,
  format: JournalFormat,
): Promise<string | AsyncIterable<string>> {
  const host = 'localhost';
  const headers = { host, ...(controlToken === null ? {} : { authorization: `Bearer ${controlToken}` }) };
  const answer = await desk.answer({
    method: 'GET',
    target: `${desk.prefix}/export?format=${format}`,
    host,
    headers,
    rawHeaders: Object.entries(headers).flat(),
    bytes: new Uint8Array(),
    size: 0,
    complete: true,
    receivedAt: 0,
    door: 'exec',
  });
  return 'pieces' in answer ? answer.pieces : answer.body;
}
