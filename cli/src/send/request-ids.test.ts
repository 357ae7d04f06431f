import { toPushRequests } from '@understudy/transformer';
import { describe, expect, it } from 'vitest';
import { findLostDigits, toUser } from './request-ids.ts';

function toRequest(text: string) {
  const outcome = toPushRequests(JSON.parse(text));
  const request = outcome.kind === 'requests' ? outcome.requests[0] : undefined;
  if (request === undefined) throw new Error(`No request comes of ${text}`);
  return request;
}

describe('the user of a request', () => {
  it('is one, whether identified, grouped or tracked', () => {
    const users = [
      '{"type":"identify","userId":"u-1","traits":{"email":"a@b.example"}}',
      '{"type":"group","userId":"u-1","groupId":"c-1"}',
      '{"type":"track","userId":"u-1","event":"Seen","context":{"groupId":"c-1"}}',
    ].map((text) => toUser(toRequest(text)));
    expect(new Set(users).size).toBe(1);
  });

  it('is one as a number and as text', () => {
    expect(toUser(toRequest('{"type":"identify","userId":42}'))).toBe(
      toUser(toRequest('{"type":"identify","userId":"42"}')),
    );
  });
});

describe('an id that is a number', () => {
  it.each([
    '{"type":"identify","userId":12345678901234567890}',
    '{"type":"group","userId":"u","groupId":12345678901234567890}',
    '{"type":"group","userId":12345678901234567890,"groupId":"c"}',
    '{"type":"track","userId":"u","event":"Seen","context":{"groupId":12345678901234567890}}',
  ])('is found when it has lost digits: %s', (text) => {
    expect(findLostDigits(toRequest(text))).toBe(12345678901234567000);
  });

  it.each([
    '{"type":"identify","userId":9007199254740991}',
    '{"type":"identify","userId":"12345678901234567890"}',
    '{"type":"group","userId":"u","groupId":0}',
    '{"type":"track","userId":"u","event":"Seen","properties":{"n":12345678901234567890}}',
  ])('is fine otherwise: %s', (text) => {
    expect(findLostDigits(toRequest(text))).toBeUndefined();
  });
});
