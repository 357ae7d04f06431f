export type Running = {
  readonly url: string;
  readonly pushKey: string;
  /** True when every other key is let in too. */
  readonly isAnyKey: boolean;
  readonly pid: number;
};

const DESK = '/_control';

/** One line of JSON for scripts. */
export function renderStartLine({ url, pushKey, pid }: Running): string {
  return `${JSON.stringify({ url, push_key: pushKey, control_url: `${url}${DESK}`, pid })}\n`;
}

/** What a person needs to know to use it. */
export function renderStartText(running: Running, version: string): string {
  const { url, pushKey, isAnyKey } = running;
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
    `  Push key  ${pushKey}${isAnyKey ? '   (or any other: each key is an account of its own)' : ''}`,
    `  Desk      ${url}${DESK}/exchanges   (what arrived)`,
    `            ${url}${DESK}/accounts    (what is stored)`,
    '',
    'Try it:',
    `  ${command.join(' ')}`,
    '',
    'Ctrl+C stops it.',
    '',
  ].join('\n');
}

/** As one word of a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
