import { describe, expect, it } from 'vitest';
import { type ClientError, toRejection } from './rejection.ts';

function parseError(packet: string, bytesParsed: number, code = 'HPE_INVALID_METHOD'): ClientError {
  const rawPacket = Uint8Array.from(packet, (letter) => letter.charCodeAt(0));
  return Object.assign(new Error('Parse Error'), {
    code,
    reason: 'Invalid method encountered',
    rawPacket,
    bytesParsed,
  });
}

describe('what the HTTP parser gave up on', () => {
  it('is told apart by what was wrong with it', () => {
    const causeOf = (code: string) => toRejection(parseError('', 0, code))?.cause;
    expect(causeOf('HPE_INVALID_METHOD')).toBe('syntax');
    expect(causeOf('HPE_HEADER_OVERFLOW')).toBe('headers-too-large');
    expect(causeOf('ERR_HTTP_REQUEST_TIMEOUT')).toBe('timeout');
  });

  it('is nothing when the connection broke', () => {
    expect(toRejection(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))).toBeNull();
    expect(toRejection(new Error('socket hang up'))).toBeNull();
  });

  it('is known by its request line', () => {
    expect(toRejection(parseError('FROB /a?b HTTP/1.1\r\n', 1))).toMatchObject({
      method: 'FROB',
      target: '/a?b',
    });
    expect(toRejection(parseError('FROB /a', 1))).toMatchObject({ method: '', target: '' });
  });

  it('is not taken for a request before it in the same packet', () => {
    const first = 'GET /one HTTP/1.1\r\n\r\n';
    expect(toRejection(parseError(`${first}FROB /two HTTP/1.1\r\n\r\n`, first.length + 1))).toMatchObject({
      target: '/two',
    });
    expect(toRejection(parseError(`${first}garbage`, first.length + 1))).toMatchObject({ target: '' });
    expect(toRejection(parseError(`${first}[`, first.length))).toMatchObject({ target: '' });
  });

  it('is known by its request line when only the end of its head showed what was wrong', () => {
    const head = 'POST /users HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n';
    const error = parseError(`${head}{}`, head.length, 'HPE_INVALID_TRANSFER_ENCODING');
    expect(toRejection(error)).toMatchObject({ method: 'POST', target: '/users' });
  });

  it('never shows a piece of a header that a packet happens to begin with', () => {
    const rejection = toRejection(parseError('PUSH SECRET-KEY\r\nX-A\r\n\r\n', 20));
    expect(JSON.stringify(rejection)).not.toContain('SECRET');
  });

  it('is explained to those who chose the wrong protocol', () => {
    expect(toRejection(parseError('\x16\x03\x01', 0))?.reason).toContain('TLS');
    expect(toRejection(parseError('PRI * HTTP/2.0\r\n', 24, 'HPE_PAUSED_H2_UPGRADE'))?.reason).toContain(
      'HTTP/2',
    );
  });
});
