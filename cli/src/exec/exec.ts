import { type Conduct, conductOfAccount, toVerdict, type Verdict } from '@understudy/mock-server/conduct';
import { toPrintableReport } from '../conduct/printable-report.ts';
import { decodeReport, writeReports } from '../conduct/report-file.ts';
import { toFailOn } from '../conduct/verdict-flags.ts';
import type { Io } from '../io.ts';
import { toPrintableJson } from '../printable.ts';
import { toTlsEnvironment, warnOfOtherAuthorities } from '../start/https-text.ts';
import { type Served, serve } from '../start/serve.ts';
import { toServeOptions } from '../start/to-serve-options.ts';
import { isUsageError } from '../usage-error.ts';
import type { ExecOptions } from './exec-command.ts';
import type { RunChild } from './run-child.ts';
import { renderSummary, summaryOf, toSummaryJson } from './summary.ts';

export type Execution = {
  readonly options: ExecOptions;
  /** The names of the flags that are no defaults. */
  readonly given: ReadonlySet<string>;
  readonly command: readonly [string, ...string[]];
};

const HIT = 1;
const MISUSE = 2;

/** Runs a command beside a stand-in, then tells how its client behaved; resolves with the exit code. */
export async function exec(
  { options, given, command }: Execution,
  io: Io,
  runChild: RunChild,
): Promise<number> {
  // The command has the terminal, which a line a request would spoil.
  const choices = { ...options, port: 0, 'log-level': options['log-level'] ?? ('warn' as const) };
  const served = await serve(await toServeOptions(choices, given, io), io);
  warnOfOtherAuthorities(served.https, io);
  const ended = await runChild(command, toEnvironment(served, io), io).finally(() => served.close());
  if (ended.kind === 'not-run') {
    io.stderr.write(`${ended.message}\n`);
    return ended.exitCode;
  }
  const verdict = toVerdict(toConducts(served), toFailOn(options['fail-on']));
  const exitCode = ended.exitCode === 0 && verdict.hits.length > 0 ? HIT : ended.exitCode;
  report(served, verdict, { command: ended.exitCode, exit: exitCode }, options.json, io);
  try {
    await writeReports(verdict, options.report.map(decodeReport), io.cwd);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    io.stderr.write(`${error.message}\n`);
    return exitCode === 0 ? MISUSE : exitCode;
  }
  return exitCode;
}

function toEnvironment(
  { url, https, pushKey, controlToken }: Served,
  { env }: Io,
): Record<string, string | undefined> {
  const token = controlToken === null ? {} : { UNDERSTUDY_CONTROL_TOKEN: controlToken };
  return {
    ...env,
    USERLIST_PUSH_ENDPOINT: url,
    USERLIST_PUSH_KEY: pushKey,
    UNDERSTUDY_URL: url,
    ...toTlsEnvironment(https, env),
    ...token,
  };
}

/** Of every account that the journal knows, in the order in which they first sent something. */
function toConducts({ engine }: Served): Conduct[] {
  const handles = new Set([...engine.journal.entries()].map(({ account }) => account));
  return [...handles].flatMap((handle) => (handle === null ? [] : [conductOfAccount(engine, handle)]));
}

function report(
  { engine }: Served,
  verdict: Verdict,
  codes: { readonly command: number; readonly exit: number },
  asJson: boolean,
  io: Io,
): void {
  const summary = summaryOf(engine);
  // What the command wrote last may be no whole line.
  if (asJson) io.stdout.write(`\n${toPrintableJson(toSummaryJson(summary, verdict, codes))}\n`);
  else io.stderr.write(`${renderSummary(summary)}${toPrintableReport(verdict)}`);
}
