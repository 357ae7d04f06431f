import { writeFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import {
  renderConductJUnit,
  renderConductText,
  toConductJson,
  type Verdict,
} from '@understudy/mock-server/conduct';
import { UsageError } from '../usage-error.ts';

/** The forms that a verdict can have as a file. */
export const REPORT_FORMATS = ['text', 'json', 'junit'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type ReportFile<Format extends string = ReportFormat> = {
  readonly format: Format;
  /** As it was written. */
  readonly file: string;
};

/** With its whole path. */
export type PlacedReport<Format extends string = ReportFormat> = ReportFile<Format> & {
  readonly path: string;
};

/** Reads such as `junit=conduct.xml`. Throws a UsageError. */
export function decodeReport<Format extends string>(
  text: string,
  formats: readonly Format[],
): ReportFile<Format> {
  const equals = text.indexOf('=');
  const format = formats.find((each) => each === text.slice(0, equals));
  const file = text.slice(equals + 1);
  if (format !== undefined && file === '-')
    throw new UsageError(
      `--report is "${text}", and reports go to files alone; name one, such as ./- for one of that name.`,
    );
  if (format !== undefined && file.trim() !== '') return { format, file };
  throw new UsageError(
    `--report is "${text}"; write a format, an equals sign and a file, such as junit=conduct.xml. Formats are ${formats.join(', ')}.`,
  );
}

/**
 * Finds out where the files of reports are. Throws a UsageError where two of them are one, and where a name that is none of a
 * whole path is of no folder any more.
 */
export function placeReports<Format extends string>(
  texts: readonly string[],
  formats: readonly Format[],
  io: { readonly cwd: string },
): readonly PlacedReport<Format>[] {
  const placed: PlacedReport<Format>[] = [];
  for (const text of texts) {
    const { format, file } = decodeReport(text, formats);
    const path = isAbsolute(file) ? file : resolve(findFolder(text, io), file);
    const other = placed.find((each) => each.path === path);
    if (other !== undefined)
      throw new UsageError(
        `--report ${text} would take the place of --report ${other.format}=${other.file}; give each a file of its own.`,
      );
    placed.push({ format, file, path });
  }
  return placed;
}

function findFolder(text: string, io: { readonly cwd: string }): string {
  try {
    return io.cwd;
  } catch {
    throw new UsageError(
      `--report is "${text}", and the folder that this was started in is gone; name the whole path.`,
    );
  }
}

/** What helps, by why a file cannot be written. */
const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'Name a file that you may write.',
  EPERM: 'Name a file that you may write.',
  EROFS: 'Name a file that you may write.',
  EISDIR: 'Name a file in that folder.',
  ENOSPC: 'Make room there, or name a file on another disk.',
  EDQUOT: 'Make room there, or name a file on another disk.',
};

/** Writes a report to its file. Throws a UsageError when that cannot be written. */
export async function writeReport(
  { file, path }: Pick<PlacedReport, 'file' | 'path'>,
  content: string | AsyncIterable<string>,
): Promise<void> {
  await writeFile(path, content).catch((error: unknown) => {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const advice = ADVICE[code] ?? 'Name a file in a folder that is there.';
    throw new UsageError(`The report cannot be written to ${file}: ${message}. ${advice}`);
  });
}

/** Writes a verdict to files. Throws a UsageError when one cannot be written. */
export async function writeReports(verdict: Verdict, reports: readonly PlacedReport[]): Promise<void> {
  for (const report of reports) await writeReport(report, renderVerdict(verdict, report.format));
}

/** A verdict in one of its forms. */
export function renderVerdict(verdict: Verdict, format: ReportFormat): string {
  switch (format) {
    case 'text':
      return renderConductText(verdict);
    case 'json':
      return `${JSON.stringify(toConductJson(verdict), null, 2)}\n`;
    case 'junit':
      return renderConductJUnit(verdict);
  }
}
