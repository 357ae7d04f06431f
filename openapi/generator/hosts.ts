import { serverUrlOf } from './answers.ts';
import type { Spec } from './spec.ts';

/** The files that describe Userlist, by the host that each is about. */
export type Specs = { readonly push: Spec; readonly incoming: Spec };

/** The names of the hosts, as the files' servers have them. */
export function hostsOf(specs: Specs): Record<keyof Specs, string> {
  return { push: hostOf(specs.push), incoming: hostOf(specs.incoming) };
}

/** Renders the names of the hosts alone, for those who need nothing else. */
export function toHosts(specs: Specs): string {
  const named = JSON.stringify(hostsOf(specs), null, 2);
  return `/** Where Userlist listens: for what is pushed, and for what others hand on. */\nexport const hosts = ${named} as const;\n`;
}

function hostOf(spec: Spec): string {
  return new URL(serverUrlOf(spec)).host;
}
