import { stringify } from 'yaml';
import { type ConfigSchemas, introductionOf, settingsOf } from './config.ts';

const WIDTH = 100;

/** What editors go by, beside the file itself. */
export const SCHEMA_FILE = 'understudy.config.schema.json';

/** Renders the file that people begin with: every setting explained, and none of them active. */
export function toStarterFile(schemas: ConfigSchemas): string {
  const settings = settingsOf(schemas).map(
    ({ name, description, sample }) =>
      `${toProse(description)}\n${toComment('# ', stringify({ [name]: sample }, { lineWidth: 0, flowCollectionPadding: true }))}`,
  );
  const introduction = toProse(
    `${introductionOf(schemas)} To use a setting, take away the "# " in front of its lines.`,
  );
  return [`# yaml-language-server: $schema=./${SCHEMA_FILE}`, introduction, ...settings]
    .join('\n\n')
    .concat('\n');
}

/** Renders a module that hands out the file and its name. */
export function toStarterModule(schemas: ConfigSchemas): string {
  return `/** What editors go by. */
export const SCHEMA_FILE = '${SCHEMA_FILE}';

/** The file that \`understudy init\` writes. */
export const STARTER = ${JSON.stringify(toStarterFile(schemas))};
`;
}

function toProse(text: string): string {
  const lines: string[] = [''];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length + 1 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return toComment('## ', lines.join('\n'));
}

const toComment = (mark: string, text: string): string => text.trimEnd().replaceAll(/^/gm, mark);
