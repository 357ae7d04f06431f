/** What clients say, by the numbers of RFC 8446, section 6.2; the names that OpenSSL has for it change. */
const UNTRUSTED = ['42', '46', '48'];
const EXPIRED = '45';

const MEANINGS: Readonly<Record<string, string>> = {
  ERR_SSL_HTTP_REQUEST:
    'the client speaks HTTP without TLS; its address should begin with http:// and have the other port',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'the client speaks no TLS as new as 1.2',
  ERR_SSL_NO_APPLICATION_PROTOCOL: 'the client speaks no HTTP/1.1, perhaps only HTTP/2',
  ERR_TLS_HANDSHAKE_TIMEOUT: 'the client said too little for too long',
  ECONNRESET: 'the client closed the connection',
};

/** Why a handshake came to nothing, with what to do where we know that; of what we do not know, OpenSSL's words. */
export function explainHandshakeFailure(error: Error): string {
  const [, alert = ''] = /SSL alert number (\d+)/.exec(error.message) ?? [];
  if (UNTRUSTED.includes(alert))
    return 'the client does not trust the stand-in; have it trust the file that the start has named';
  if (alert === EXPIRED)
    return 'the client takes the certificate for expired; set its clock, or start the stand-in again';
  const meaning = 'code' in error ? MEANINGS[String(error.code)] : undefined;
  if (meaning !== undefined) return meaning;
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message.trim();
}
