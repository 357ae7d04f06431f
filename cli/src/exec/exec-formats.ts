import { REPORT_FORMATS } from '../conduct/report-file.ts';

/** The forms that the journal can have as a file. */
export const JOURNAL_FORMATS = ['har', 'ndjson'] as const;

export type JournalFormat = (typeof JOURNAL_FORMATS)[number];

/** The formats of files that tell of what a command has sent. */
export const EXEC_FORMATS = [...REPORT_FORMATS, ...JOURNAL_FORMATS] as const;

export type ExecFormat = (typeof EXEC_FORMATS)[number];
