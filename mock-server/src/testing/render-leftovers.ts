import type { components } from '@understudy/openapi/control/types';

type Exchange = components['schemas']['Exchange'];
type Fault = components['schemas']['Fault'];

const MOST_NAMED = 5;

/** Says of exchanges on which the stand-in itself failed that it did. */
export function renderCrashes(crashed: readonly Exchange[]): string[] {
  if (crashed.length === 0) return [];
  const why = crashed[0]?.answer.reason ?? 'it could not be read again';
  return [
    `The stand-in failed on ${nameAll(crashed)}: ${why}. That is a bug of Understudy; please report it.`,
  ];
}

/** Says of requests without an answer that they are under way. */
export function renderInFlight(pending: readonly Exchange[]): string[] {
  if (pending.length === 0) return [];
  const [is, it] = pending.length === 1 ? ['was', 'it'] : ['were', 'them'];
  return [
    `${nameAll(pending)} ${is} still in flight when the test ended; await ${it}, or abort ${it} before.`,
  ];
}

/** Says of faults that they never fired. */
export function renderUnused(unused: readonly Fault[]): string[] {
  return unused.map(({ name, offered }) => {
    const why = offered === 0 ? 'no request matched it' : `${offered} matched it, but not the one it was for`;
    return `The fault ${JSON.stringify(name)} was armed and never fired: ${why}.`;
  });
}

/** Says of exchanges that they came when the test whose account they used was over. */
export function renderLate(count: number, late: readonly Exchange[], test: string): string {
  const came = count === 1 ? '1 request' : `${count} requests`;
  const named = late.length === 0 ? '' : `: ${nameAll(late)}`;
  return `${came} came after the end of ${test}${named}. Await what a test starts, or stop it before the test ends.`;
}

function nameAll(exchanges: readonly Exchange[]): string {
  const named = exchanges.slice(0, MOST_NAMED).map(nameOne);
  const more = exchanges.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

function nameOne({ id, operation, method, path, answer, fault }: Exchange): string {
  const kind = `${operation ?? `${method} ${path}`} ${answer.status ?? 'without an answer'}`;
  return `${id} (${kind}${fault === null ? '' : `, fault ${JSON.stringify(fault.name)}`})`;
}
