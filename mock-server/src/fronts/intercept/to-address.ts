import { UsageError } from '../../engine/usage-error.ts';
import type { Address } from './reroute.ts';

/** Where the stand-in at a URL is. Throws a UsageError on a text that is no `http` URL. */
export function toAddress(url: string): Address {
  const { protocol, hostname, port } = URL.canParse(url) ? new URL(url) : UNREADABLE;
  if (protocol !== 'http:' || hostname === '') {
    throw new UsageError(
      `UNDERSTUDY_URL is ${JSON.stringify(url)}; give the http URL of a stand-in, such as http://127.0.0.1:4010, or leave it out for a stand-in within the process.`,
    );
  }
  // Sockets take an IPv6 address without its brackets.
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? 80 : Number(port) };
}

/** Whether a URL, of whatever scheme, is one of an address; all names of this machine are the same. */
export function isAt(address: Address, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port } = new URL(url);
  const standard = protocol === 'https:' ? 443 : 80;
  return (
    (port === '' ? standard : Number(port)) === address.port &&
    toMachine(hostname.replace(/^\[(.*)\]$/, '$1')) === toMachine(address.host)
  );
}

const UNREADABLE = { protocol: '', hostname: '', port: '' };

function toMachine(host: string): string {
  return host === '::1' || host.startsWith('127.') ? 'localhost' : host;
}
