import { UsageError } from '../engine/usage-error.ts';

/** A host as an option names it. */
export type NamedHost = {
  /** As a URL has it, an IPv6 address in brackets. */
  readonly name: string;
  /** Empty where none was named. */
  readonly port: string;
};

const HOST = /^(?:[\p{L}\p{N}_.-]+|\[[\da-f:.]+\])(?::(\d{1,5}))?$/iu;

/** Reads the option `hosts`. Throws a UsageError on what is no list, and on what no URL has between its scheme and its path. */
export function decodeHosts(hosts: readonly string[]): NamedHost[] {
  if (!Array.isArray(hosts))
    throw new UsageError(
      "hosts is no list; write one of names, such as ['userlist.test', '127.0.0.1:4010'].",
    );
  if (hosts.length === 0)
    throw new UsageError('hosts is an empty list; name a host, or leave it out for those of Userlist.');
  return hosts.map((host) => {
    const [, port = ''] = HOST.exec(host) ?? [];
    if (!HOST.test(host) || !URL.canParse(`http://${host}`))
      throw new UsageError(
        `hosts has ${JSON.stringify(host)}; write a host such as userlist.test or 127.0.0.1:4010, without scheme and path.`,
      );
    return {
      name: withoutDot(new URL(`http://${host}`).hostname),
      port: port === '' ? '' : `${Number(port)}`,
    };
  });
}

/** A name with a dot at its end is the same one, looked up nowhere but at the root. */
export function withoutDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name;
}
