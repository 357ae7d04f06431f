import { UsageError } from '../../engine/usage-error.ts';

/** A place that connections can be made to. */
export type Address = { readonly host: string; readonly port: number };

const OWN = 'or leave it out for a stand-in within the process';

/** Where the stand-in at a URL is. Throws a UsageError on a text that is no `http` URL. */
export function toAddress(text: string): Address {
  const url = parseUrl(text);
  if (url?.protocol === 'http:' && url.hostname !== '') return fromUrl(url);
  const given = JSON.stringify(text.replace(/\/\/[^/]*@/, '//'));
  if (url?.protocol === 'https:')
    throw new UsageError(
      `UNDERSTUDY_URL is ${given}; give the http URL of that stand-in, since what is led there needs no TLS any more, ${OWN}.`,
    );
  throw new UsageError(
    `UNDERSTUDY_URL is ${given}; give the http URL of a stand-in, such as http://127.0.0.1:4010, ${OWN}.`,
  );
}

/** A text as a URL; null where it is none. Old versions of Node have nothing that says so without an error. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The place of a URL, of whatever scheme. */
export function fromUrl({ protocol, hostname, port }: URL): Address {
  const standard = protocol === 'https:' ? 443 : 80;
  // Sockets take an IPv6 address without its brackets.
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? standard : Number(port) };
}

/** The URL of a stand-in at an address. */
export function toUrl({ host, port }: Address): string {
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;
}

/** Whether a URL, of whatever scheme, is one of an address; all names of this machine are the same. */
export function isAt(address: Address, text: string): boolean {
  const url = parseUrl(text);
  if (url === null) return false;
  const { host, port } = fromUrl(url);
  return port === address.port && toMachine(host) === toMachine(address.host);
}

function toMachine(host: string): string {
  return host === '::1' || host.startsWith('127.') ? 'localhost' : host;
}
