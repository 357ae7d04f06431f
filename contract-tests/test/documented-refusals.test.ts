import { describe, expect, it } from 'vitest';
import { sendRaw, toRequest } from './raw-http.ts';
import { startStandIn } from './stand-in.ts';

const HEADERS = { Authorization: 'Push key', 'Content-Type': 'application/json' };
const USER = '{"identifier":"user-123"}';

/** The answers that the reference prints, line by line; the Content-Type line stands in each of them. */
const PRINTED = {
  413: {
    statusLine: 'HTTP/1.1 413 Content Too Large',
    headers: ['Content-Type: application/json'],
    body: {
      status: 413,
      code: 'content_too_large',
      errors: ['Payload is too large. Request was 1 MB, but the limit is 100 KB.'],
    },
  },
  422: {
    statusLine: 'HTTP/1.1 422 Unprocessable Entity',
    headers: ['Content-Type: application/json'],
    body: { status: 422, code: 'unprocessable_content', errors: ['User must exist'] },
  },
  429: {
    statusLine: 'HTTP/1.1 429 Too Many Requests',
    headers: [
      'Content-Type: application/json',
      'X-RateLimit-Limit: 1000',
      'X-RateLimit-Remaining: 0',
      'X-RateLimit-Reset: 1741873313',
      'Retry-After: 59',
    ],
    body: {
      status: 429,
      code: 'too_many_requests',
      errors: ['Rate limit of 1000 requests per 60 seconds exceeded. Please try again in 59 seconds.'],
    },
  },
} as const;

describe('the refusals that the reference documents, over a socket', () => {
  it('answers a body of 1 MB with the printed 413', async () => {
    const standIn = await startStandIn();
    const answer = await sendRaw(standIn.port, toRequest('POST', '/users', 'key', 'x'.repeat(1024 * 1024)));
    expect(answer.statusLine).toBe(PRINTED[413].statusLine);
    expect(answer.headers).toEqual(expect.arrayContaining([...PRINTED[413].headers]));
    expect(JSON.parse(answer.body)).toEqual(PRINTED[413].body);
    expect(standIn.stored('key', 'users')).toEqual([]);
  });

  it('answers an event without a user with the printed 422', async () => {
    const standIn = await startStandIn();
    const answer = await sendRaw(
      standIn.port,
      toRequest('POST', '/events', 'key', '{"name":"project_created"}'),
    );
    expect(answer.statusLine).toBe(PRINTED[422].statusLine);
    expect(answer.headers).toEqual(expect.arrayContaining([...PRINTED[422].headers]));
    expect(JSON.parse(answer.body)).toEqual(PRINTED[422].body);
    expect(standIn.stored('key', 'events')).toEqual([]);
  });

  it('answers request number 1001, a second into the window, with the printed 429', async () => {
    const standIn = await startStandIn();
    for (let sent = 0; sent < 1000; sent += 1) {
      const { status } = await fetch(`${standIn.url}/users`, {
        method: 'POST',
        headers: HEADERS,
        body: USER,
      });
      expect(status).toBe(202);
    }
    standIn.advance(1000);
    const answer = await sendRaw(standIn.port, toRequest('POST', '/users', 'key', USER));
    expect(answer.statusLine).toBe(PRINTED[429].statusLine);
    expect(answer.headers).toEqual(expect.arrayContaining([...PRINTED[429].headers]));
    expect(JSON.parse(answer.body)).toEqual(PRINTED[429].body);

    standIn.advance(58_999);
    const early = await sendRaw(standIn.port, toRequest('POST', '/users', 'key', USER));
    expect(early.statusLine).toBe(PRINTED[429].statusLine);
    standIn.advance(1);
    const later = await sendRaw(standIn.port, toRequest('POST', '/users', 'key', USER));
    expect(later).toMatchObject({ statusLine: 'HTTP/1.1 202 Accepted', body: '' });
  });

  it('answers another authorization scheme with 401', async () => {
    const standIn = await startStandIn();
    const answer = await sendRaw(standIn.port, toRequest('POST', '/users', 'key', USER, 'Bearer'));
    expect(answer.statusLine).toBe('HTTP/1.1 401 Unauthorized');
    expect(JSON.parse(answer.body)).toMatchObject({ status: 401, code: 'unauthorized' });
  });

  it('answers a key that is none of the configured ones with 401', async () => {
    const standIn = await startStandIn({ pushKeys: ['the-right-key'] });
    const wrong = await sendRaw(standIn.port, toRequest('POST', '/users', 'the-wrong-key', USER));
    expect(wrong.statusLine).toBe('HTTP/1.1 401 Unauthorized');
    expect(JSON.parse(wrong.body)).toMatchObject({ status: 401, code: 'unauthorized' });
    const right = await sendRaw(standIn.port, toRequest('POST', '/users', 'the-right-key', USER));
    expect(right.statusLine).toBe('HTTP/1.1 202 Accepted');
  });

  it.each([
    ['GET', '/users'],
    ['DELETE', '/events'],
    ['POST', '/people'],
  ])('answers %s %s, which the reference does not have, with 404', async (method, path) => {
    const standIn = await startStandIn();
    const answer = await sendRaw(standIn.port, toRequest(method, path, 'key', USER));
    expect(answer.statusLine).toBe('HTTP/1.1 404 Not Found');
    expect(JSON.parse(answer.body)).toMatchObject({ status: 404, code: 'not_found' });
  });
});
