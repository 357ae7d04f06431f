import { hosts } from '@understudy/openapi/hosts';
import type { TlsNames } from './identity.ts';

/** This machine and the vendor's hosts; a wildcard below localhost would be taken by neither Node nor OpenSSL. */
export const TLS_NAMES: TlsNames = {
  hosts: ['localhost', ...Object.values(hosts)],
  addresses: ['127.0.0.1', '::1'],
};
