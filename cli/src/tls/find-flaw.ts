import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Identity, TlsNames } from './identity.ts';

/** So long before its end a certificate is made anew, so that none ends while a stand-in runs. */
const SPARE_MS = 30 * 24 * 3_600_000;

/** Why an identity cannot be used for these names at this time, behind `it`; null when it can. */
export function findFlaw(identity: Identity, names: TlsNames, now: number): string | null {
  try {
    const certificate = new X509Certificate(identity.certificate);
    const authority = new X509Certificate(identity.authority);
    if (!certificate.checkPrivateKey(createPrivateKey(identity.key))) return 'does not fit its key';
    if (!authority.ca || !certificate.checkIssued(authority) || !certificate.verify(authority.publicKey))
      return 'was not signed by its authority';
    for (const { validFromDate, validToDate } of [certificate, authority]) {
      if (now < validFromDate.getTime()) return 'is not valid yet';
      if (now > validToDate.getTime()) return 'has expired';
      if (now > validToDate.getTime() - SPARE_MS) return 'expires soon';
    }
    const missing = [
      ...names.hosts.filter((host) => certificate.checkHost(host) === undefined),
      ...names.addresses.filter((address) => certificate.checkIP(address) === undefined),
    ];
    return missing.length === 0 ? null : `lacks ${missing.join(', ')}`;
  } catch {
    return 'is damaged';
  }
}
