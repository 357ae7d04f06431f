import { type Conduct, conductOfAccount, toVerdict, type Verdict } from '@understudy/mock-server/conduct';
import { hosts } from '@understudy/openapi/hosts';
import { toPrintableReport } from '../conduct/printable-report.ts';
import { placeReports } from '../conduct/report-file.ts';
import { toFailOn } from '../conduct/verdict-flags.ts';
import type { Io } from '../io.ts';
import { toPrintableJson } from '../printable.ts';
import { warnOfOtherAuthorities } from '../start/https-text.ts';
import { type Served, type ServeOptions, serve } from '../start/serve.ts';
import { toServeOptions } from '../start/to-serve-options.ts';
import { toCommandEnvironment } from './command-environment.ts';
import type { ExecOptions } from './exec-command.ts';
import { EXEC_FORMATS } from './exec-formats.ts';
import type { Placed } from './place-intercept.ts';
import { renderSummary } from './render-summary.ts';
import { writeExecReports } from './report-files.ts';
import type { Ended, RunChild } from './run-child.ts';
import { summaryOf, toSummaryJson } from './summary.ts';

export type Execution = {
  readonly options: ExecOptions;
  /** The names of the flags that are no defaults. */
  readonly given: ReadonlySet<string>;
  readonly command: readonly [string, ...string[]];
};

/** What reaches out of this process. */
export type ExecTools = {
  readonly runChild: RunChild;
  readonly placeIntercept: () => Promise<Placed>;
};

const HIT = 1;
const MISUSE = 2;

/** Runs a command beside a stand-in, then tells how its client behaved; resolves with the exit code. */
export async function exec(execution: Execution, io: Io, tools: ExecTools): Promise<number> {
  const { options, given } = execution;
  // Before anything is run, as it may throw.
  const reports = placeReports(options.report, EXEC_FORMATS, io);
  // The command has the terminal, which a line a request would spoil.
  const choices = { ...options, port: 0, 'log-level': options['log-level'] ?? ('warn' as const) };
  const served = await serve(withVendorHosts(await toServeOptions(choices, given, io), options), io);
  warnOfOtherAuthorities(served.https, io);
  const ended = await runBeside(served, execution, io, tools).finally(() => served.close());
  if (ended.kind === 'not-run') {
    io.stderr.write(`${ended.message}\n`);
    return ended.exitCode;
  }
  const verdict = toVerdict(toConducts(served), toFailOn(options['fail-on']));
  const exitCode = ended.exitCode === 0 && verdict.hits.length > 0 ? HIT : ended.exitCode;
  report(served, verdict, { command: ended.exitCode, exit: exitCode }, options, io);
  const problems = await writeExecReports(reports, verdict, served);
  for (const sentence of problems) io.stderr.write(`${sentence}\n`);
  return problems.length > 0 && exitCode === 0 ? MISUSE : exitCode;
}

/** What is intercepted asks the desk where it believes the vendor is. */
function withVendorHosts(serveOptions: ServeOptions, { intercept }: ExecOptions): ServeOptions {
  if (!intercept) return serveOptions;
  return { ...serveOptions, allowedHosts: [...serveOptions.allowedHosts, ...Object.values(hosts)] };
}

/** Runs the command with an environment in which it finds the stand-in. */
async function runBeside(
  served: Served,
  { options, command }: Execution,
  io: Io,
  { runChild, placeIntercept }: ExecTools,
): Promise<Ended> {
  if (!options.intercept) return runChild(command, toCommandEnvironment(served, null, io.env), io);
  const placed = await placeIntercept();
  const env = toCommandEnvironment(served, placed.file, io.env);
  return runChild(command, env, io).finally(() => placed.remove());
}

/** Of every account that the journal knows, in the order in which they first sent something. */
function toConducts({ engine }: Served): Conduct[] {
  const handles = new Set([...engine.journal.entries()].map(({ account }) => account));
  return [...handles].flatMap((handle) => (handle === null ? [] : [conductOfAccount(engine, handle)]));
}

function report(
  { engine, url, https, tlsFailures }: Served,
  verdict: Verdict,
  codes: { readonly command: number; readonly exit: number },
  { json: asJson, intercept }: ExecOptions,
  io: Io,
): void {
  const summary = summaryOf(engine, tlsFailures());
  // What the command wrote last may be no whole line.
  if (asJson) io.stdout.write(`\n${toPrintableJson(toSummaryJson(summary, verdict, codes))}\n`);
  else
    io.stderr.write(
      `${renderSummary(summary, { url, intercept, https: https !== null })}${toPrintableReport(verdict)}`,
    );
}
