import { type ConductKind, decodeFailOn, kindGroups } from '@understudy/mock-server/conduct';
import { defineListFlag, type Flag } from '../flags.ts';
import { UsageError } from '../usage-error.ts';
import { decodeReport, REPORT_FORMATS } from './report-file.ts';

/** The flags of every command that judges a client. */
export const verdictFlags = {
  'fail-on': defineListFlag({
    placeholder: 'KINDS',
    help: `Ends with 1 when there is a finding of these kinds, separated by commas: such as retry-after,lost,duplicate. ${toGroupHelp()}`,
    read: readKinds,
  }),
  report: defineReportFlag(REPORT_FORMATS, 'Writes the report to a file'),
};

/** The kinds that `--fail-on` has, whether it came once or several times. */
export function toFailOn(texts: readonly string[]): readonly ConductKind[] {
  return decodeFailOn(texts.join(','));
}

/** A flag that names formats and the files for them. */
export function defineReportFlag(formats: readonly string[], help: string): Flag<readonly string[]> {
  return defineListFlag({
    placeholder: 'FORMAT=FILE',
    help: `${help}: ${formats.join(', ')}.`,
    read: (text) => {
      decodeReport(text, formats);
      return text;
    },
  });
}

function readKinds(text: string, name: string): string {
  if (decodeFailOn(text).length > 0) return text;
  throw new UsageError(`${name} is empty; name kinds of findings such as retry-after,lost,duplicate.`);
}

function toGroupHelp(): string {
  const groups = Object.entries(kindGroups).filter(([name]) => name !== 'bad');
  const said = groups.map(([name, kinds]) => `${name} means ${kinds.join(' and ')}`).join(', ');
  return `Here ${said}, and bad every kind that loses or repeats data or burdens the vendor.`;
}
