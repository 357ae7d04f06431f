// Before the library, which looks for it when it loads.
import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Identity, TlsNames } from './identity.ts';
import { encodeNameConstraints, NAME_CONSTRAINTS } from './name-constraints.ts';

const EC = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };
const HOUR_MS = 3_600_000;
/** [assumed] Apple takes at most 825 days, and browsers are about to take less. */
const VALID_MS = 397 * 24 * HOUR_MS;
const AUTHORITY = 'CN=Understudy local authority';

/** Makes an authority, and a certificate of it for these names; the key of the authority is forgotten before this resolves. */
export async function makeIdentity(names: TlsNames, now: number): Promise<Identity> {
  const { subtle } = globalThis.crypto;
  // Signs once, and cannot be had out of this process.
  const authorityKeys = await subtle.generateKey(EC, false, ['sign', 'verify']);
  const keys = await subtle.generateKey(EC, true, ['sign', 'verify']);
  // The clock of who looks at it may be behind.
  const validity = { notBefore: new Date(now - HOUR_MS), notAfter: new Date(now + VALID_MS) };
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: AUTHORITY,
    keys: authorityKeys,
    signingAlgorithm: SIGNING,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      new Extension(NAME_CONSTRAINTS, true, encodeNameConstraints(names)),
      await SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const certificate = await X509CertificateGenerator.create({
    ...validity,
    subject: 'CN=Understudy',
    issuer: AUTHORITY,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: SIGNING,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...names.hosts.map((value) => ({ type: 'dns', value }) as const),
        ...names.addresses.map((value) => ({ type: 'ip', value }) as const),
      ]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const lines = pkcs8.match(/.{1,64}/g) ?? [];
  return {
    key: ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n'),
    certificate: `${certificate.toString('pem')}\n`,
    authority: `${authority.toString('pem')}\n`,
  };
}
