import { serverUrl } from '@understudy/openapi/limits';
import type { TlsNames } from './identity.ts';

/** This machine and the vendor's hosts; a wildcard below localhost would be taken by neither Node nor OpenSSL. */
export const TLS_NAMES: TlsNames = {
  hosts: ['localhost', new URL(serverUrl).hostname, 'incoming.userlist.com'],
  addresses: ['127.0.0.1', '::1'],
};
