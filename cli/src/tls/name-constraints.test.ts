import 'reflect-metadata';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import {
  BasicConstraintsExtension,
  Extension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { describe, expect, it } from 'vitest';
import { encodeNameConstraints, NAME_CONSTRAINTS } from './name-constraints.ts';

const NAMES = { hosts: ['push.userlist.com'], addresses: ['127.0.0.1', '::1'] };
const EC = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };

/** What Node says of a certificate for a name by an authority that can vouch for others; null when it is content. */
async function judge(type: 'dns' | 'ip', value: string): Promise<string | null> {
  const { subtle } = globalThis.crypto;
  const [authorityKeys, keys] = [
    await subtle.generateKey(EC, true, ['sign', 'verify']),
    await subtle.generateKey(EC, true, ['sign', 'verify']),
  ];
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Authority',
    keys: authorityKeys,
    signingAlgorithm: SIGNING,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new Extension(NAME_CONSTRAINTS, true, encodeNameConstraints(NAMES)),
    ],
  });
  const certificate = await X509CertificateGenerator.create({
    subject: 'CN=Server',
    issuer: 'CN=Authority',
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: SIGNING,
    extensions: [new SubjectAlternativeNameExtension([{ type, value }])],
  });
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`;
  const server = createServer({ key, cert: certificate.toString('pem') }).listen(0, '127.0.0.1');
  server.on('tlsClientError', () => {});
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect({
    port,
    host: '127.0.0.1',
    ca: authority.toString('pem'),
    checkServerIdentity: () => undefined,
  });
  try {
    await once(client, 'secureConnect');
    return null;
  } catch (error) {
    // Node has no code for it, only the words of OpenSSL.
    return error instanceof Error ? error.message : String(error);
  } finally {
    client.destroy();
    server.close();
  }
}

describe('The constraints of an authority', () => {
  it.each([
    ['dns', 'push.userlist.com'],
    ['ip', '127.0.0.1'],
    ['ip', '::1'],
  ] as const)('let it vouch for the %s %s', async (type, value) => {
    expect(await judge(type, value)).toBeNull();
  });

  it.each([
    ['dns', 'example.org'],
    ['dns', 'userlist.com'],
    ['ip', '127.0.0.2'],
    ['ip', '::2'],
  ] as const)('have clients refuse its word for the %s %s', async (type, value) => {
    expect(await judge(type, value)).toBe('permitted subtree violation');
  });

  it('may be longer than a short length can say', () => {
    const hosts = Array.from({ length: 6 }, (_, index) => `host-number-${index}.example.org`);
    const bytes = encodeNameConstraints({ hosts, addresses: [] });
    expect([...bytes.subarray(0, 3)]).toEqual([0x30, 0x81, bytes.byteLength - 3]);
  });
});
