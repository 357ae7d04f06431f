import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  renderConductJUnit,
  renderConductText,
  toConductJson,
  type Verdict,
} from '@understudy/mock-server/conduct';
import { UsageError } from '../usage-error.ts';

/** The forms that a report can have as a file. */
export const REPORT_FORMATS = ['text', 'json', 'junit'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type ReportFile = { readonly format: ReportFormat; readonly file: string };

/** Reads such as `junit=conduct.xml`. Throws a UsageError. */
export function decodeReport(text: string): ReportFile {
  const equals = text.indexOf('=');
  const format = REPORT_FORMATS.find((each) => each === text.slice(0, equals));
  const file = text.slice(equals + 1);
  if (format !== undefined && file.trim() !== '') return { format, file };
  throw new UsageError(
    `--report is "${text}"; write a format, an equals sign and a file, such as junit=conduct.xml. Formats are ${REPORT_FORMATS.join(', ')}.`,
  );
}

/** Writes a verdict to files. Throws a UsageError when a file cannot be written. */
export async function writeReports(
  verdict: Verdict,
  files: readonly ReportFile[],
  cwd: string,
): Promise<void> {
  for (const { format, file } of files) {
    await writeFile(resolve(cwd, file), render(verdict, format)).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new UsageError(
        `The report cannot be written to ${file}: ${why}. Name a file in a folder that is there.`,
      );
    });
  }
}

function render(verdict: Verdict, format: ReportFormat): string {
  switch (format) {
    case 'text':
      return renderConductText(verdict);
    case 'json':
      return `${JSON.stringify(toConductJson(verdict), null, 2)}\n`;
    case 'junit':
      return renderConductJUnit(verdict);
  }
}
