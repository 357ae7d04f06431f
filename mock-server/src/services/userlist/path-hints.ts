import type { Contract } from '@understudy/openapi/contract';
import { createHostReader } from './host-reader.ts';

/** Says what somebody may have meant who asked a host for a path that it does not have, or not so. */
export function createPathHints({
  operations,
  hosts,
}: Pick<Contract, 'operations' | 'hosts'>): (path: string, host: string) => string {
  const readHost = createHostReader({ hosts });
  const all = Object.values(operations);

  return (path, host) => {
    const asked = readHost(host);
    const here = all.filter((operation) => asked === null || operation.host === asked);
    const methods = here.flatMap((operation) => (operation.path === path ? [operation.method] : []));
    if (methods.length > 0) return `That path takes ${methods.join(' and ')}.`;
    const elsewhere = all.find((operation) => operation.path === path);
    if (elsewhere !== undefined) return `That path is one of ${hosts[elsewhere.host]}.`;
    const paths = [...new Set(here.map((operation) => operation.path))].join(', ');
    return asked === null ? `The paths are ${paths}.` : `The paths of ${hosts[asked]} are ${paths}.`;
  };
}
