import type { AddressInfo, Server } from 'node:net';

export const IPV4_LOOPBACK = '127.0.0.1';
export const IPV6_LOOPBACK = '::1';

/** Has a server listen at a port of an address; rejects with Node's own error when it cannot. */
export function bind(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

/** The same at the IPv6 loopback; false where there is none, or where the port is taken and that `mayMiss`. */
export async function bindIpv6Loopback(server: Server, port: number, mayMiss: boolean): Promise<boolean> {
  try {
    await bind(server, port, IPV6_LOOPBACK);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return false;
    if (mayMiss && code === 'EADDRINUSE') return false;
    throw error;
  }
}

/** Where to send requests, without a trailing slash; of every address the loopback. */
export function toUrl(scheme: 'http' | 'https', { address, port }: AddressInfo): string {
  if (address === '0.0.0.0') return `${scheme}://${IPV4_LOOPBACK}:${port}`;
  if (address === '::') return `${scheme}://[${IPV6_LOOPBACK}]:${port}`;
  return address.includes(':') ? `${scheme}://[${address}]:${port}` : `${scheme}://${address}:${port}`;
}
