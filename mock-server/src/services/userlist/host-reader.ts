import type { Contract, HostName } from '@understudy/openapi/contract';

/** Which of the vendor's hosts a Host header means; null for any other. */
export type HostReader = (host: string) => HostName | null;

const REMEMBERED = 100;
const LONGEST_REMEMBERED = 100;

/** Reads Host headers, whatever their case, with a port and a dot at the end or without. [assumed] */
export function createHostReader({ hosts }: Pick<Contract, 'hosts'>): HostReader {
  const names = new Map(Object.entries(hosts).map(([name, host]) => [host, name as HostName]));
  const shortest = Math.min(...[...names.keys()].map(({ length }) => length));
  // Every request asks, and most ask for the same few.
  const known = new Map<string, HostName | null>();

  return (host) => {
    if (host.length < shortest) return null;
    const remembered = known.get(host);
    if (remembered !== undefined) return remembered;
    const name = names.get(toPlain(host)) ?? null;
    if (host.length <= LONGEST_REMEMBERED) {
      // A sender with ever new hosts would otherwise fill the memory.
      if (known.size >= REMEMBERED) known.clear();
      known.set(host, name);
    }
    return name;
  };
}

function toPlain(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
}
