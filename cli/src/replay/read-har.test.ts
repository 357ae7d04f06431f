import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { readHar } from './read-har.ts';

const request = { method: 'POST', url: 'https://push.userlist.com/users?a=1', headers: [] };
const har = (...entries: readonly unknown[]): string => JSON.stringify({ log: { version: '1.2', entries } });
const readOne = (entry: unknown) => {
  const [first] = readHar(har(entry), 'a.har');
  if (first === undefined) throw new Error('Nothing was read.');
  return first;
};
const textOf = (body: Uint8Array | null): string | null =>
  body === null ? null : new TextDecoder().decode(body);

describe('a request of an archive', () => {
  it('has method, address, headers, body and the status of its answer', () => {
    const recorded = readOne({
      request: {
        ...request,
        headers: [{ name: 'Content-Type', value: 'application/json' }],
        postData: { mimeType: 'application/json', text: '{"name":"é"}' },
        bodySize: 13,
      },
      response: { status: 202 },
    });
    expect({ ...recorded, url: recorded.url.href, body: textOf(recorded.body) }).toEqual({
      entry: 0,
      method: 'POST',
      url: 'https://push.userlist.com/users?a=1',
      headers: [['Content-Type', 'application/json']],
      body: '{"name":"é"}',
      whole: true,
      status: 202,
      account: null,
      isOurs: false,
    });
  });

  it.each(['encoding', '_encoding'])('may have its body in Base64, said by %s', (name) => {
    const { body } = readOne({ request: { ...request, postData: { text: 'AP8=', [name]: 'base64' } } });
    expect([...(body ?? [])]).toEqual([0, 255]);
  });

  it.each([
    [{ request }, true],
    [{ request: { ...request, bodySize: 7 } }, false],
    [{ request: { ...request, bodySize: -1 } }, true],
    [{ request: { ...request, bodySize: 7, postData: { params: [] } } }, false],
    [{ request: { ...request, bodySize: 7, postData: { text: '{' } }, _understudy: { whole: false } }, false],
  ])('is whole or not: %j', (entry, whole) => {
    expect(readOne(entry).whole).toBe(whole);
  });

  it.each([[{ request }], [{ request, response: { status: 0 } }], [{ request, response: null }]])(
    'may have had no answer: %j',
    (entry) => {
      expect(readOne(entry).status).toBeNull();
    },
  );

  it('is known for one that a stand-in recorded', () => {
    expect(readOne({ request, _understudy: { account: 'acct_0123456789ab' } })).toMatchObject({
      isOurs: true,
      account: 'acct_0123456789ab',
    });
  });

  it('may stand behind a byte-order mark', () => {
    expect(readHar(`\ufeff${har({ request })}`, 'a.har')).toHaveLength(1);
  });
});

describe('what is no archive', () => {
  it.each([
    ['', /^a\.har is no JSON; it was cut off\. Export it again\.$/],
    [har({ request }).slice(0, -4), /^a\.har is no JSON; it was cut off\./],
    ['{"log": nope}', /^a\.har is no JSON from line 1, column 9 on\. Export it again\.$/],
    ['{"id":"ex_1"}\n{"id":"ex_2"}\n', /export it with \?format=har/],
    ['[]', /: the whole is no object\./],
    ['{}', /: \/log is missing\./],
    ['{"log":{}}', /: \/log\/entries is missing\./],
    ['{"log":{"entries":{}}}', /: \/log\/entries is no list\./],
    [har({ request }, null), /: \/log\/entries\/1 is no object\./],
    [har({}), /: \/log\/entries\/0\/request is missing\./],
    [har({ request: { ...request, method: 1 } }), /: \/log\/entries\/0\/request\/method is no text\./],
    [har({ request: { ...request, url: '/users' } }), /\/request\/url is no whole address\./],
    [har({ request: { ...request, headers: [{ name: 'a' }] } }), /\/request\/headers\/0\/value is missing\./],
    [har({ request: { ...request, postData: 'text' } }), /\/request\/postData is no object\./],
    [har({ request: { ...request, postData: { text: 1 } } }), /\/request\/postData\/text is no text\./],
    [har({ request: { ...request, postData: { text: '%', _encoding: 'base64' } } }), /\/text is no Base64\./],
  ])('is told in one sentence with the place: %s', (text, sentence) => {
    const attempt = () => readHar(text, 'a.har');
    expect(attempt).toThrow(UsageError);
    expect(attempt).toThrow(sentence);
  });

  it('is told without what is in it', () => {
    expect(() => readHar('{"authorization": "Push a-secret-key" oops', 'a.har')).not.toThrow(/secret/);
  });
});
