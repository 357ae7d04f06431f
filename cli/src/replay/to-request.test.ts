import { describe, expect, it } from 'vitest';
import type { Recorded } from './recorded.ts';
import { toRequest } from './to-request.ts';

const target = { url: 'http://127.0.0.1:4010', pushKey: 'my-key' };

const send = (more: Partial<Recorded> = {}) => {
  const request = toRequest(
    {
      entry: 0,
      method: 'POST',
      url: new URL('https://push.userlist.com/users?a=%20b'),
      headers: [],
      body: new TextEncoder().encode('{}'),
      whole: true,
      status: 202,
      account: null,
      isOurs: false,
      ...more,
    },
    target,
  );
  if (request === null) throw new Error('It cannot be sent.');
  return request;
};

describe('a request that is sent again', () => {
  it('goes to our address, with its path, query and body as they were', async () => {
    const request = send();
    expect([request.method, request.url]).toEqual(['POST', 'http://127.0.0.1:4010/users?a=%20b']);
    expect(await request.text()).toBe('{}');
    expect(request.redirect).toBe('manual');
  });

  it('has our key and nothing of what is private or about the old connection', () => {
    const { headers } = send({
      headers: [
        ['Authorization', 'Push ••••7c21'],
        ['Content-Type', 'application/json'],
        ['User-Agent', 'gem/1'],
        ['Cookie', 'session=1'],
        ['X-Api-Key', 'secret'],
        ['Host', 'push.userlist.com'],
        ['Content-Length', '999'],
        [':authority', 'push.userlist.com'],
        ['Accept', 'masked ••••'],
      ],
    });
    expect(Object.fromEntries(headers)).toEqual({
      authorization: 'Push my-key',
      'content-type': 'application/json',
      'user-agent': 'gem/1',
    });
  });

  it('has no content type when it had none', () => {
    expect(send().headers.has('content-type')).toBe(false);
  });

  it('has no key when it was refused for its key, so that it is refused again', () => {
    expect(send({ status: 401 }).headers.has('authorization')).toBe(false);
    expect(send({ status: null }).headers.get('authorization')).toBe('Push my-key');
  });
});
