import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { answerNow } from '../answer-now.ts';
import { createFixture, type Fixture, toBytes, toCall } from '../desk/desk-fixture.ts';
import { INCOMING } from './hosts.ts';

const OPERATIONS = Object.keys(contract.operations);
const open = (): Fixture => createFixture({}, { operations: OPERATIONS });
const ROLE = { Userlist: { extensions: { relationship: { properties: { jobTitle: 'owner' } } } } };
const group = {
  type: 'group',
  userId: 'user-1',
  groupId: 'company-1',
  traits: { name: 'Lantern Tools', planName: 'pro', integrations: ROLE },
  messageId: 'm-1',
};
const track = {
  type: 'track',
  userId: 'user-1',
  event: 'Report exported',
  properties: { reportName: 'Lighthouse' },
  messageId: 'm-2',
};

/** Hands on a message with Basic credentials. */
function handBasic({ engine, clock }: Fixture, key: string, body: unknown, target = '/segment/events'): void {
  const authorization = `Basic ${btoa(`${key}:`)}`;
  const call = toCall({
    method: 'POST',
    target,
    host: INCOMING,
    headers: { authorization, 'content-type': 'application/json' },
    rawHeaders: ['Authorization', authorization, 'X-Also', authorization, 'Content-Type', 'application/json'],
    bytes: toBytes(body),
    receivedAt: clock.now(),
  });
  engine.settle(answerNow(engine, call), 'full', 0);
}

describe('a message in the journal', () => {
  it('stands there as it was sent, with what it became, what that changed and what is to be said', async () => {
    const fixture = open();
    const { id } = fixture.push('dev', 'POST', '/rudderstack/events', group);
    const { json } = await fixture.ask('GET', `/_control/exchanges/${id}`);
    expect(json).toMatchObject({
      operation: 'pushRudderstackEvent',
      path: '/rudderstack/events',
      request: {
        body: group,
        raw: JSON.stringify(group),
        became: {
          operation: 'pushCompany',
          body: {
            identifier: 'company-1',
            name: 'Lantern Tools',
            properties: { plan_name: 'pro' },
            relationships: [{ user: 'user-1', properties: { job_title: 'owner' } }],
          },
        },
      },
      answer: { status: 202, code: null, errors: [] },
      diagnostics: [
        { code: 'misplaced-integrations', path: '/traits/integrations', level: 'warning' },
        { code: 'renamed-key', path: '/properties/plan_name' },
        { code: 'renamed-key', path: '/relationships/0/properties/job_title' },
      ],
      changes: [
        {
          kind: 'created',
          resource: 'company',
          key: 'company-1',
          after: { properties: { plan_name: 'pro' } },
        },
        { kind: 'created', resource: 'user', key: 'user-1' },
        { kind: 'created', resource: 'relationship', after: { properties: { job_title: 'owner' } } },
      ],
    });
  });

  it('shows a payload as the Push API does, and nothing that it became', async () => {
    const fixture = open();
    const { id } = fixture.push('dev', 'POST', '/posthog/users', {
      identifier: 1,
      properties: { planName: 'x' },
    });
    const { json } = await fixture.ask('GET', `/_control/exchanges/${id}`);
    expect(json.request).toMatchObject({ body: { identifier: 1, properties: { plan_name: 'x' } } });
    expect(json.request).not.toHaveProperty('became');
    expect(json).toMatchObject({ operation: 'pushPosthogUser', changes: [{ resource: 'user', key: '1' }] });
  });

  it('that was ignored or refused became nothing', async () => {
    const fixture = open();
    for (const message of [{ ...track, userId: null }, { type: 'page' }]) {
      const { id } = fixture.push('dev', 'POST', '/rudderstack/events', message);
      const { json } = await fixture.ask('GET', `/_control/exchanges/${id}`);
      expect(json).toMatchObject({ request: { body: message }, changes: [] });
      expect(json.request).not.toHaveProperty('became');
    }
  });
});

describe('who looks for a message', () => {
  it.each([
    [{ body: { userId: 'user-1', event: 'Report exported' } }, 2],
    [{ body: { user_id: 'user-1', event: 'report_exported' } }, 2],
    [{ body: { properties: { report_name: 'Lighthouse' } } }, 2],
    [{ body: { properties: { reportName: 'Other' } } }, 0],
    [{ body: { name: 'report_exported' } }, 0],
    [{ has: ['/messageId'] }, 2],
    [{ has: ['/message_id', '/properties/reportName'] }, 2],
    [{ operation: 'pushSegmentEvent' }, 1],
    [{ diagnostic: 'renamed-key' }, 2],
    [{ diagnostic: 'misplaced-context' }, 0],
    [{ status: 202 }, 2],
  ])('finds by %j', async (matcher, count) => {
    const fixture = open();
    fixture.push('dev', 'POST', '/rudderstack/events', track);
    fixture.push('dev', 'POST', '/segment/events', track);
    const { json } = await fixture.ask('POST', '/_control/exchanges/count', {
      json: { account: 'dev', ...matcher },
    });
    expect(json.count).toBe(count);
  });

  it('is told what came closest, in the words of the message', async () => {
    const fixture = open();
    fixture.push('dev', 'POST', '/rudderstack/events', track);
    const json = { operation: 'pushRudderstackEvent', body: { event: 'Report imported' }, exactly: 1 };
    const answer = await fixture.ask('POST', '/_control/exchanges/count', { json });
    expect(answer.status).toBe(409);
    expect(answer.json.error.message).toContain('/body/event is "report_exported", not "report_imported".');
  });

  it('waits for one by its operation, and may name every operation there is', async () => {
    const fixture = open();
    const json = { operation: 'pushPosthogEvent', timeout_ms: 1000, body: { name: 'Opened' } };
    const waiting = fixture.ask('POST', '/_control/exchanges/wait', { json });
    fixture.push('dev', 'POST', '/posthog/events', { name: 'opened', user: 1 });
    expect((await waiting).json.items).toHaveLength(1);
    for (const operation of OPERATIONS)
      expect((await fixture.ask('GET', `/_control/exchanges?operation=${operation}`)).status).toBe(200);
    const misspelt = await fixture.ask('GET', '/_control/exchanges?operation=pushRudderStackEvent');
    expect(misspelt.json.error.message).toContain('did you mean "pushRudderstackEvent"?');
  });

  it('finds it counted by its operation', async () => {
    const fixture = open();
    fixture.push('dev', 'POST', '/rudderstack/events', track);
    const answer = await fixture.desk.answer(toCall({ target: '/_control/metrics' }));
    const text = 'body' in answer ? answer.body : '';
    expect(text).toContain('operation="pushRudderstackEvent",status="202"');
  });
});

describe('a fault', () => {
  it('meets messages by their operation', async () => {
    const fixture = open();
    const json = { operation: 'pushSegmentEvent', effect: { status: 503 } };
    expect((await fixture.ask('POST', '/_control/faults', { json })).status).toBe(201);
    const seen = ['/rudderstack/events', '/segment/events'].map(
      (path) => fixture.push('dev', 'POST', path, track).status,
    );
    expect(seen).toEqual([202, 503]);
  });

  it('meets them by what they hold, in their own words', async () => {
    const fixture = open();
    const match = { body: { event: 'report_exported', properties: { report_name: 'Lighthouse' } } };
    const json = { operation: 'pushRudderstackEvent', match, effect: { status: 500 } };
    expect((await fixture.ask('POST', '/_control/faults', { json })).status).toBe(201);
    const messages = [{ ...track, event: 'Other' }, track, { ...track, event: 'report-exported' }];
    const seen = messages.map(
      (message) => fixture.push('dev', 'POST', '/rudderstack/events', message).status,
    );
    expect(seen).toEqual([202, 500, 500]);
    expect(fixture.push('dev', 'POST', '/rudderstack/events', '{').status).toBe(400);
  });
});

describe('a key in Basic credentials', () => {
  const KEY = 'k3y-WQ7zfR2mXd90aLpT';
  const encoded = btoa(`${KEY}:`);

  it.each([KEY, `${KEY}+422`, 'short'])(
    'is nowhere in the journal or what is exported of it: %s',
    async (key) => {
      const written = btoa(`${key}:`);
      const fixture = open();
      handBasic(fixture, key, { ...track, properties: { authorization: `Basic ${written}`, token: key } });
      handBasic(
        fixture,
        key,
        track,
        `/segment/events?was=${encodeURIComponent(written)}&key=${encodeURIComponent(key)}`,
      );
      const texts: string[] = [];
      for (const format of ['ndjson', 'har']) {
        const answer = await fixture.desk.answer(toCall({ target: `/_control/export?format=${format}` }));
        if (!('pieces' in answer)) throw new Error('An export comes piece by piece.');
        for await (const piece of answer.pieces) texts.push(piece);
      }
      const { items } = (await fixture.ask('GET', '/_control/exchanges')).json as unknown as {
        items: { request: { headers: { name: string; value: string }[] }; path: string; account: string }[];
      };
      expect(items.map(({ account }) => account)).toEqual(
        [1, 2].map(() => fixture.engine.accounts.handleOf(key)),
      );
      for (const { request, path } of items) texts.push(JSON.stringify(request.headers), path);
      expect(items[0]?.request.headers).toContainEqual({ name: 'Authorization', value: 'Basic ••••' });
      expect(items[0]?.request.headers).toContainEqual({ name: 'X-Also', value: 'Basic ••••' });
      for (const text of texts) {
        expect(text).not.toContain(written);
        expect(text).not.toContain(encodeURIComponent(written));
        if (key !== 'short') expect(text).not.toContain(KEY);
      }
    },
  );

  it('is nowhere in what the conduct report says', async () => {
    const fixture = open();
    handBasic(fixture, KEY, { ...track, event: encoded, userId: KEY });
    handBasic(fixture, KEY, { ...track, event: encoded, userId: KEY });
    const { text, json } = await fixture.ask(
      'GET',
      `/_control/conduct/${fixture.engine.accounts.handleOf(KEY)}`,
    );
    expect(text).not.toContain(encoded);
    expect(text).not.toContain(KEY);
    expect(json).toMatchObject({ summary: { headers: 0, 'duplicate-after-success': 1 } });
  });
});
