import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../outgoing/system-clock.ts';
import { findFlaw } from './find-flaw.ts';
import { makeIdentity } from './make-identity.ts';
import { TLS_NAMES } from './tls-names.ts';

const DAY_MS = 24 * 3_600_000;
// Whoever shakes hands looks at the clock of this machine.
const NOW = systemClock.now();
const identity = await makeIdentity(TLS_NAMES, NOW);
const certificate = new X509Certificate(identity.certificate);
const authority = new X509Certificate(identity.authority);

/** What a client says of a server with this certificate; null when it is content. */
async function judge(
  shown: Pick<typeof identity, 'key' | 'certificate'>,
  servername: string,
  ca = identity.authority,
): Promise<string | null> {
  const server = createServer({ key: shown.key, cert: shown.certificate }).listen(0, '127.0.0.1');
  server.on('tlsClientError', () => {});
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect({ port, host: '127.0.0.1', servername, ca });
  try {
    await once(client, 'secureConnect');
    return null;
  } catch (error) {
    return String(error instanceof Error && 'code' in error ? error.code : error);
  } finally {
    client.destroy();
    server.close();
  }
}

describe('An identity that is made', () => {
  it('is for this machine and the vendor, and no other', () => {
    expect(certificate.subjectAltName?.split(', ')).toEqual([
      'DNS:localhost',
      'DNS:push.userlist.com',
      'DNS:incoming.userlist.com',
      'IP Address:127.0.0.1',
      'IP Address:0:0:0:0:0:0:0:1',
    ]);
    expect([certificate.ca, authority.ca]).toEqual([false, true]);
  });

  it('is valid from before now for less than 398 days', () => {
    for (const { validFromDate, validToDate } of [certificate, authority]) {
      expect(validFromDate.getTime()).toBeLessThan(NOW);
      const days = (validToDate.getTime() - validFromDate.getTime()) / DAY_MS;
      expect(days).toBeGreaterThan(396);
      expect(days).toBeLessThan(398);
    }
  });

  it('is one that clients take for each of its names when they trust the authority', async () => {
    for (const name of TLS_NAMES.hosts) expect(await judge(identity, name)).toBeNull();
    expect(await judge(identity, 'example.org')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  it('is signed by an authority of its own each time', async () => {
    const other = await makeIdentity(TLS_NAMES, NOW);
    expect(await judge(identity, 'localhost', other.authority)).not.toBeNull();
    expect(await judge(identity, 'localhost', other.authority + identity.authority)).toBeNull();
    expect(certificate.serialNumber).not.toBe(new X509Certificate(other.certificate).serialNumber);
  });

  it('holds the key of the server and none of the authority', () => {
    expect(Object.keys(identity).sort()).toEqual(['authority', 'certificate', 'key']);
    const text = Object.values(identity).join('');
    expect(text.match(/-----BEGIN [A-Z ]+-----/g)?.sort()).toEqual([
      '-----BEGIN CERTIFICATE-----',
      '-----BEGIN CERTIFICATE-----',
      '-----BEGIN PRIVATE KEY-----',
    ]);
    expect(findFlaw(identity, TLS_NAMES, NOW)).toBeNull();
  });
});
