import { describe, expect, it } from 'vitest';
import { renderStartLine, renderStartText } from './start-text.ts';

const running = {
  url: 'http://127.0.0.1:4010',
  https: null,
  pushKey: 'dev',
  isAnyKey: true,
  controlUrl: 'http://127.0.0.1:4010/_control',
  controlToken: null,
  configFile: null,
  pid: 7,
};

describe('The line for scripts', () => {
  it('is one JSON object without slashes at the ends of its addresses', () => {
    const line = renderStartLine(running);
    expect(line).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(line)).toEqual({
      url: 'http://127.0.0.1:4010',
      push_key: 'dev',
      control_url: 'http://127.0.0.1:4010/_control',
      pid: 7,
    });
  });

  it('says where HTTPS is and whom to trust, where there is HTTPS', () => {
    const https = { url: 'https://127.0.0.1:4433', caFile: '/state/ca.pem' };
    expect(JSON.parse(renderStartLine({ ...running, https }))).toMatchObject({
      url: 'http://127.0.0.1:4010',
      https_url: 'https://127.0.0.1:4433',
      ca_file: '/state/ca.pem',
    });
  });
});

describe('The text for people', () => {
  it('says the address for HTTPS below the other, and whom to trust', () => {
    const https = { url: 'https://127.0.0.1:4433', caFile: '/state/ca.pem' };
    const text = renderStartText({ ...running, https }, '1.2.3');
    expect(text).toContain('  URL       http://127.0.0.1:4010\n            https://127.0.0.1:4433\n');
    expect(text).toMatch(/^ {2}NODE_EXTRA_CA_CERTS=\/state\/ca\.pem$/m);
    expect(text).toMatch(/^ {2}SSL_CERT_FILE=\/state\/ca\.pem$/m);
  });

  it('says where it is, which key to use, where the desk is and how to stop it', () => {
    expect(renderStartText(running, '1.2.3')).toMatchInlineSnapshot(`
      "Understudy 1.2.3 stands in for the Userlist Push API.

        URL       http://127.0.0.1:4010
        Push key  dev   (or any other: each key is an account of its own)
        Desk      http://127.0.0.1:4010/_control/exchanges   (what arrived)
                  http://127.0.0.1:4010/_control/accounts    (what is stored)

      Try it:
        curl -i http://127.0.0.1:4010/users -H 'Authorization: Push dev' -H 'Content-Type: application/json' -d '{"identifier":"user-1","email":"user-1@example.com"}'

      Ctrl+C stops it.
      "
    `);
  });

  it('shows a configured key as the only one', () => {
    expect(renderStartText({ ...running, pushKey: 'secret-1', isAnyKey: false }, '1.2.3')).toMatch(
      /^ {2}Push key {2}secret-1$/m,
    );
  });

  it('keeps a quote in a key from ending the quotes of the shell', () => {
    expect(renderStartText({ ...running, pushKey: "it's" }, '1')).toContain(
      String.raw`-H 'Authorization: Push it'\''s'`,
    );
  });
});
