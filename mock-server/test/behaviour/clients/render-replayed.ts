import type { Client, Headers, Replay } from './replay.ts';

/** How many requests of whom, as a table. */
export function renderOverview(clients: readonly Client[]): string {
  const rows = clients.map(({ name, versions, evidence, replays }) => {
    const refused = replays.filter(({ status }) => status !== undefined).length;
    return `| ${name} | ${versions} | ${evidence} | ${replays.length - refused} | ${refused} |`;
  });
  return [
    '| Client | Versions | Evidence | Accepted | Refused |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** Everything that is replayed, client by client. */
export function renderReplayed(clients: readonly Client[]): string {
  return clients.map(renderClient).join('\n\n');
}

function renderClient({ name, versions, headers, replays }: Client): string {
  return [
    `### ${name}, ${versions}`,
    `\`\`\`text\n${renderHeaders(headers)}\n\`\`\``,
    ['| Request | With | Answer |', '| --- | --- | --- |', ...replays.map(renderReplay)].join('\n'),
  ].join('\n\n');
}

function renderHeaders(headers: Headers): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

function renderReplay({ what, versions, host, method = 'POST', path, status }: Replay): string {
  const only = [versions, host].flatMap((each) => (each === undefined ? [] : [` (${each})`])).join('');
  return `| \`${method} ${path}\` | ${what}${only} | ${status ?? 202} |`;
}
