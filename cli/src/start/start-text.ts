import { toPrintable } from '../printable.ts';
import { renderTrust, type ServedHttps } from './https-text.ts';

export type Running = {
  readonly url: string;
  /** The same over TLS; null where that was not asked for. */
  readonly https: ServedHttps | null;
  readonly pushKey: string;
  /** True when every other key is let in too. */
  readonly isAnyKey: boolean;
  readonly controlUrl: string;
  /** What the desk wants to be shown; null when it wants nothing. */
  readonly controlToken: string | null;
  /** The configuration file that was read; null when there was none. */
  readonly configFile: string | null;
  readonly pid: number;
};

/** One line of JSON for scripts. */
export function renderStartLine(running: Running): string {
  const { url, https, pushKey, controlUrl, controlToken, pid } = running;
  const token = controlToken === null ? {} : { control_token: controlToken };
  const tls = https === null ? {} : { https_url: https.url, ca_file: https.caFile };
  return `${JSON.stringify({ url, ...tls, push_key: pushKey, control_url: controlUrl, ...token, pid })}\n`;
}

/** What a person needs to know to use it. */
export function renderStartText(running: Running, version: string): string {
  const { url, https, pushKey, isAnyKey, controlUrl, controlToken, configFile } = running;
  const command = [
    `curl -i ${url}/users`,
    `-H ${quote(`Authorization: Push ${pushKey}`)}`,
    "-H 'Content-Type: application/json'",
    `-d '{"identifier":"user-1","email":"user-1@example.com"}'`,
  ];
  return [
    `Understudy ${version} stands in for the Userlist Push API.`,
    '',
    `  URL       ${url}`,
    ...(https === null ? [] : [`            ${https.url}`]),
    `  Push key  ${pushKey}${isAnyKey ? '   (or any other: each key is an account of its own)' : ''}`,
    `  Desk      ${controlUrl}/exchanges   (what arrived)`,
    `            ${controlUrl}/accounts    (what is stored)`,
    ...(controlToken === null
      ? []
      : [`            with -H ${quote(`Authorization: Bearer ${controlToken}`)}`]),
    ...(configFile === null ? [] : [`  Config    ${toPrintable(configFile)}`]),
    '',
    'Try it:',
    `  ${command.join(' ')}`,
    '',
    ...(https === null ? [] : [...renderTrust(https), '']),
    'Ctrl+C stops it.',
    '',
  ].join('\n');
}

/** As one word of a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
