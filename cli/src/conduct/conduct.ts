import { type Conduct, toConductJson, toVerdict } from '@understudy/mock-server/conduct';
import type { Io } from '../io.ts';
import { toPrintableJson } from '../printable.ts';
import { UsageError } from '../usage-error.ts';
import type { AskDesk } from './ask-desk.ts';
import type { ConductOptions } from './conduct-command.ts';
import { toPrintableReport } from './printable-report.ts';
import { placeReports, REPORT_FORMATS, writeReports } from './report-file.ts';
import { toFailOn } from './verdict-flags.ts';

const HIT = 1;
/** More handles than that help nobody to choose. */
const MOST_NAMED = 10;

/** Tells how clients behaved; resolves with the exit code. */
export async function conduct(
  options: ConductOptions,
  io: Pick<Io, 'stdout' | 'cwd'>,
  ask: AskDesk,
): Promise<number> {
  if (options.all && options.account !== undefined)
    throw new UsageError('Give one of --account and --all, not both.');
  const reports = placeReports(options.report, REPORT_FORMATS, io);
  const names = options.account === undefined ? await findAccounts(ask, options.all) : [options.account];
  const accounts: Conduct[] = [];
  for (const name of names) {
    const report = await ask(`/conduct/${encodeURIComponent(name)}`);
    if (!isConduct(report))
      throw new UsageError(`What answers at ${options.url} is no Understudy of this version.`);
    accounts.push(report);
  }
  const verdict = toVerdict(accounts, toFailOn(options['fail-on']));
  io.stdout.write(options.json ? `${toPrintableJson(toConductJson(verdict))}\n` : toPrintableReport(verdict));
  await writeReports(verdict, reports);
  return verdict.hits.length > 0 ? HIT : 0;
}

/** The handles of the accounts that have sent something; of several only when all are wanted. */
async function findAccounts(ask: AskDesk, all: boolean): Promise<readonly string[]> {
  const handles: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: unknown = await ask(`/accounts?limit=1000${after === '' ? '' : `&after=${after}`}`);
    if (!isAccountPage(page))
      throw new UsageError('The list of accounts cannot be read; is this an Understudy of another version?');
    handles.push(...page.items.filter(({ requests }) => requests > 0).map(({ account }) => account));
    after = page.next;
  }
  if (all || handles.length < 2) return handles;
  const shown = handles.slice(0, MOST_NAMED).join(', ');
  const more = handles.length > MOST_NAMED ? ` and ${handles.length - MOST_NAMED} more` : '';
  throw new UsageError(
    `${handles.length} accounts have sent something: ${shown}${more}. Name one with --account, or take --all.`,
  );
}

type AccountPage = {
  readonly items: readonly { readonly account: string; readonly requests: number }[];
  readonly next: string | null;
};

function isAccountPage(value: unknown): value is AccountPage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'items' in value &&
    Array.isArray(value.items) &&
    'next' in value
  );
}

function isConduct(value: unknown): value is Conduct {
  return (
    typeof value === 'object' &&
    value !== null &&
    'findings' in value &&
    Array.isArray(value.findings) &&
    'summary' in value &&
    'back_off' in value
  );
}
