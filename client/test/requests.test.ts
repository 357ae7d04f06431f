import { type CallOptions, createPushClient } from '@understudy/client';
import { describe, expect, it, vi } from 'vitest';
import { createScriptedService } from './scripted-service.ts';
import { message, pushKey, setUp, user } from './set-up.ts';

describe('a request', () => {
  it('goes to the vendor with the headers its reference recommends and the payload as JSON', async () => {
    const { client, requests } = setUp([{ status: 202 }]);
    const result = await client.users.push({ email: 'jane@example.com', properties: { plan: 'pro' } });
    expect(result).toEqual({ ok: true, status: 202, rateLimit: null, attempts: 1 });
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://push.userlist.com/users',
        redirect: 'manual',
        body: '{"email":"jane@example.com","properties":{"plan":"pro"}}',
      },
    ]);
    expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({
      authorization: 'Push key-123',
      accept: 'application/json',
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it('has the method and path of its operation, and a delete carries a body', async () => {
    const { client, requests } = setUp([{ status: 202 }]);
    const relationship = { user: 'user-1', company: 'company-1' };
    await client.users.push(user);
    await client.users.delete(user);
    await client.companies.push({ identifier: 'company-1' });
    await client.companies.delete({ identifier: 'company-1' });
    await client.relationships.push(relationship);
    await client.relationships.delete(relationship);
    await client.events.push({ name: 'project_created', user: 'user-1' });
    await client.messages.push(message);
    expect(requests.map(({ method, url, body }) => [method, new URL(url).pathname, body])).toEqual([
      ['POST', '/users', JSON.stringify(user)],
      ['DELETE', '/users', JSON.stringify(user)],
      ['POST', '/companies', '{"identifier":"company-1"}'],
      ['DELETE', '/companies', '{"identifier":"company-1"}'],
      ['POST', '/relationships', JSON.stringify(relationship)],
      ['DELETE', '/relationships', JSON.stringify(relationship)],
      ['POST', '/events', '{"name":"project_created","user":"user-1"}'],
      ['POST', '/messages', JSON.stringify(message)],
    ]);
  });

  it.each([
    ['http://localhost:4010', 'http://localhost:4010/users'],
    ['http://localhost:4010/', 'http://localhost:4010/users'],
    ['https://proxy.example.com/userlist', 'https://proxy.example.com/userlist/users'],
    ['https://proxy.example.com/userlist///', 'https://proxy.example.com/userlist/users'],
  ])('goes to baseUrl %s', async (baseUrl, url) => {
    const { client, requests } = setUp([{ status: 202 }], { baseUrl });
    await client.users.push(user);
    expect(requests[0]?.url).toBe(url);
  });

  it('goes through the fetch of the platform when none is given, even one put in place later', async () => {
    const client = createPushClient({ pushKey });
    const { fetch, requests } = createScriptedService([{ status: 202 }]);
    vi.stubGlobal('fetch', fetch);
    try {
      expect(await client.users.push(user)).toMatchObject({ ok: true });
      expect(requests).toHaveLength(1);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('is the same at every attempt, even if the caller changes the payload meanwhile', async () => {
    const payload = { identifier: 'user-1' };
    const { client, requests } = setUp([{ status: 503 }, { status: 202 }]);
    const pushing = client.users.push(payload);
    payload.identifier = 'user-2';
    await pushing;
    expect(requests.map(({ body }) => body)).toEqual(['{"identifier":"user-1"}', '{"identifier":"user-1"}']);
  });
});

describe('a call from JavaScript', () => {
  it.each(['null', '{"signal":null}', '{}'])('may have the options %s', async (text) => {
    const { client, requests } = setUp([{ status: 202 }]);
    const options: CallOptions = JSON.parse(text);
    expect(await client.users.push(user, options)).toMatchObject({ ok: true });
    expect(requests).toHaveLength(1);
  });
});

describe('creating a client', () => {
  it.each([undefined, '', '  ', null])('is refused for the key %j', (key) => {
    expect(() => createPushClient({ pushKey: key as string })).toThrow(
      '@understudy/client: pushKey is missing. Take it from the Push settings of the account.',
    );
  });

  it.each(['secret\n', ' secret', 'sec\nret', 'sec\u0000ret', 'sécret', 'секрет'])(
    'is refused for the key %j, which is not printed',
    (key) => {
      expect(() => createPushClient({ pushKey: key })).toThrow(
        /^@understudy\/client: pushKey cannot stand in a header/,
      );
      expect(() => createPushClient({ pushKey: key })).not.toThrow(key.trim());
    },
  );

  it.each([
    'localhost:4010',
    '/proxy',
    'ftp://example.com',
    'https://me:it@example.com',
    'https://example.com/?a=1',
  ])('is refused for the base URL %s', (baseUrl) => {
    expect(() => createPushClient({ pushKey, baseUrl })).toThrow(/^@understudy\/client: baseUrl /);
  });

  it.each([
    { timeoutMs: 0 },
    { timeoutMs: Number.NaN },
    { retry: { budgetMs: -1 } },
    { retry: { maxAttempts: 0 } },
  ])('is refused for %j', (options) => {
    expect(() => createPushClient({ pushKey, ...options })).toThrow(/Give a number above 0/);
  });
});

describe('a body the service could not take', () => {
  it('is not sent when it is too large', async () => {
    const { client, requests } = setUp([{ status: 202 }]);
    const result = await client.users.push({ identifier: 'user-1', properties: { bio: 'é'.repeat(51_200) } });
    expect(result).toEqual({
      ok: false,
      kind: 'not-sent',
      status: null,
      code: 'body_too_large',
      path: '',
      errors: ['The body has 102447 bytes; the service takes 102400. Send it in parts.'],
      rateLimit: null,
      attempts: 0,
      unknown: false,
    });
    expect(requests).toEqual([]);
  });

  it('is not sent when a number in it is not finite', async () => {
    const { client, requests } = setUp([{ status: 202 }]);
    const result = await client.users.push({ identifier: 'user-1', properties: { score: Number.NaN } });
    expect(result).toMatchObject({ kind: 'not-sent', code: 'non_finite_number', path: '/properties/score' });
    expect(requests).toEqual([]);
  });

  it('is not sent when it is no JSON', async () => {
    const { client, requests } = setUp([{ status: 202 }]);
    const result = await client.users.push({ identifier: 'user-1', properties: { id: 1n } });
    expect(result).toMatchObject({ kind: 'not-sent', code: 'not_json', path: '/properties/id' });
    expect(requests).toEqual([]);
  });
});
