import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
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
  readonly file: string;
};

/** Reads such as `junit=conduct.xml`. Throws a UsageError. */
export function decodeReport<Format extends string>(
  text: string,
  formats: readonly Format[],
): ReportFile<Format> {
  const equals = text.indexOf('=');
  const format = formats.find((each) => each === text.slice(0, equals));
  const file = text.slice(equals + 1);
  if (format !== undefined && file.trim() !== '') return { format, file };
  throw new UsageError(
    `--report is "${text}"; write a format, an equals sign and a file, such as junit=conduct.xml. Formats are ${formats.join(', ')}.`,
  );
}

/** Writes a report to its file. Throws a UsageError when that cannot be written. */
export async function writeReport(
  file: string,
  content: string | AsyncIterable<string>,
  cwd: string,
): Promise<void> {
  await writeFile(resolve(cwd, file), content).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `The report cannot be written to ${file}: ${why}. Name a file in a folder that is there.`,
    );
  });
}

/** Writes a verdict to files. Throws a UsageError when one cannot be written. */
export async function writeReports(
  verdict: Verdict,
  files: readonly ReportFile[],
  cwd: string,
): Promise<void> {
  for (const { format, file } of files) await writeReport(file, renderVerdict(verdict, format), cwd);
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
