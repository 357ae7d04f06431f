import { describe, expect, it } from 'vitest';
import { createScriptedIo } from '../../test/scripted-io.ts';
import { renderTrust, toTlsEnvironment, warnOfOtherAuthorities } from './https-text.ts';

const https = { url: 'https://127.0.0.1:4433', caFile: '/home/ada/.local/state/understudy/ca.pem' };

describe('The lines that have a program trust the stand-in', () => {
  it('can be pasted as they are', () => {
    expect(renderTrust(https)).toEqual([
      'Over HTTPS, put into the environment of your program:',
      '  NODE_EXTRA_CA_CERTS=/home/ada/.local/state/understudy/ca.pem',
      '    for Node; or, in the place of all that it trusts else, for curl, Go, Python, Ruby and what else uses OpenSSL:',
      '  SSL_CERT_FILE=/home/ada/.local/state/understudy/ca.pem',
    ]);
  });

  it('keep a path with blanks and quotes in one word', () => {
    const caFile = "/Users/a'da/Library/Application Support/understudy/ca.pem";
    expect(renderTrust({ ...https, caFile })[1]).toBe(
      String.raw`  NODE_EXTRA_CA_CERTS='/Users/a'\''da/Library/Application Support/understudy/ca.pem'`,
    );
  });
});

describe('What a command beside the stand-in finds', () => {
  it('is nothing without HTTPS', () => {
    expect(toTlsEnvironment(null, {})).toEqual({});
  });

  it('is where that is, and whom to trust', () => {
    const found = { UNDERSTUDY_HTTPS_URL: https.url, UNDERSTUDY_CA_FILE: https.caFile };
    for (const env of [{}, { NODE_EXTRA_CA_CERTS: '' }])
      expect(toTlsEnvironment(https, env)).toEqual({ ...found, NODE_EXTRA_CA_CERTS: https.caFile });
    const own = { NODE_EXTRA_CA_CERTS: '/own.pem' };
    expect(toTlsEnvironment(https, own)).toEqual({ ...found, ...own });
  });

  it('comes with a sentence where the command trusts others already', () => {
    const sentence = (NODE_EXTRA_CA_CERTS: string, served: typeof https | null = https): string => {
      const io = createScriptedIo({ env: { NODE_EXTRA_CA_CERTS } });
      warnOfOtherAuthorities(served, io);
      return io.complained();
    };
    expect(sentence('/own.pem')).toBe(
      `NODE_EXTRA_CA_CERTS names /own.pem already and is left as it is; a command in Node trusts the stand-in when that file holds what is in ${https.caFile} too.\n`,
    );
    expect([sentence(''), sentence(https.caFile), sentence('/own.pem', null)]).toEqual(['', '', '']);
  });
});
