import {
  type CompanyPayload,
  createPushClient,
  type EventPayload,
  type HttpFailure,
  type MessagePayload,
  type PushFailure,
  type PushResult,
  type UserPayload,
} from '@understudy/client';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { createScriptedService } from './scripted-service.ts';

function setUp() {
  const { fetch, requests } = createScriptedService([{ status: 202 }]);
  return { client: createPushClient({ pushKey: 'key', fetch }), requests };
}

describe('a payload', () => {
  it('of every documented shape is taken as it is', async () => {
    const { client, requests } = setUp();
    await client.users.push({ email: 'jane@example.com' });
    await client.users.push({
      identifier: 42,
      email: null,
      signed_up_at: null,
      properties: { plan: { seats: [1, null] } },
    });
    await client.users.push({
      identifier: 'user-1',
      relationships: [
        { company: { identifier: 'company-1', name: 'Example' }, properties: { role: 'owner' } },
      ],
      company: 7,
      companies: ['company-1', { identifier: 'company-2', users: ['user-2'] }],
      preferences: [{ topic: 'topic-1', subscribed: false }],
    });
    await client.companies.push({ identifier: 'company-1', user: { email: 'jane@example.com' } });
    await client.relationships.push({ user: 'user-1', company: { identifier: 'company-1' }, properties: {} });
    await client.relationships.delete({ user: { email: 'jane@example.com' }, company: 7 });
    await client.events.push({ name: 'paid', company: 'company-1', occurred_at: '2026-11-23T12:00:00Z' });
    await client.messages.push({ template: 'welcome', user: 'user-1', theme: false });
    await client.messages.push({
      to: 'jane@example.com',
      subject: 'Hello',
      body: { type: 'multipart', content: [{ type: 'html', content: '<p>Hello</p>' }] },
    });
    await client.messages.push({
      user: 'user-1',
      channel: 'web',
      subject: 'Hello',
      body: { type: 'text', content: 'Hello' },
    });
    expect(requests).toHaveLength(10);
  });

  it('that cannot be right is a type error', async () => {
    const { client, requests } = setUp();
    // @ts-expect-error names nobody
    await client.users.push({});
    // @ts-expect-error is undocumented
    await client.users.push({ email: 'jane@example.com', identifiers: [] });
    // @ts-expect-error is no string
    await client.users.push({ email: 42 });
    // @ts-expect-error is a camelCase spelling, which the contract does not have
    await client.users.push({ identifier: 'user-1', signedUpAt: '2026-11-23T12:00:00Z' });
    // @ts-expect-error lacks what the preference is about
    await client.users.push({ identifier: 'user-1', preferences: [{ subscribed: true }] });
    // @ts-expect-error names nobody
    await client.users.delete({ properties: {} });
    // @ts-expect-error has no identifier
    await client.companies.push({ name: 'Example' });
    // @ts-expect-error has only one end
    await client.relationships.push({ user: 'user-1' });
    // @ts-expect-error has no name
    await client.events.push({ user: 'user-1' });
    // @ts-expect-error belongs to nobody
    await client.events.push({ name: 'paid' });
    // @ts-expect-error goes to nobody
    await client.messages.push({ template: 'welcome' });
    // @ts-expect-error has neither template nor subject and body
    await client.messages.push({ user: 'user-1', subject: 'Hello' });
    // @ts-expect-error is no channel
    await client.messages.push({ template: 'welcome', user: 'user-1', channel: 'pigeon' });
    // @ts-expect-error is text with parts
    await client.messages.push({ to: 'a@b.c', subject: 'Hello', body: { type: 'text', content: [] } });
    expect(requests).toHaveLength(14);
  });

  it('has a name of its own', () => {
    expectTypeOf({ identifier: 'user-1' }).toExtend<UserPayload>();
    expectTypeOf({ identifier: 1, name: null }).toExtend<CompanyPayload>();
    expectTypeOf<{ name: string }>().not.toExtend<EventPayload>();
    expectTypeOf<{ template: string }>().not.toExtend<MessagePayload>();
  });
});

describe('a result', () => {
  it('is told apart by ok, and a failure by kind', () => {
    expectTypeOf<Extract<PushResult, { ok: false }>>().toEqualTypeOf<PushFailure>();
    expectTypeOf<PushFailure['kind']>().toEqualTypeOf<
      'http' | 'network' | 'timeout' | 'aborted' | 'not-sent'
    >();
    expectTypeOf<Extract<PushFailure, { kind: 'http' }>>().toEqualTypeOf<HttpFailure>();
    expectTypeOf<HttpFailure['status']>().toEqualTypeOf<number>();
    expectTypeOf<Exclude<PushFailure, HttpFailure>['status']>().toEqualTypeOf<null>();
    expectTypeOf<PushResult>().toHaveProperty('attempts');
  });
});
