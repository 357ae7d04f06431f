import { expect, it } from 'vitest';
import { hand } from '../incoming/hosts.ts';
import {
  describeThroughDoors,
  expectAccepted,
  expectRefusal,
  TEXT_400,
  TEXT_403,
  toBytes,
} from '../stand-in.ts';
import { setFor } from './settings-of-an-account.ts';

const RUDDERSTACK = '/rudderstack/events';
const SEGMENT = '/segment/events';
const identify = { type: 'identify', userId: 'user-1' };
const group = { type: 'group', userId: 'user-1', groupId: 'company-1' };
const track = { type: 'track', userId: 'user-1', event: 'Opened' };
const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describeThroughDoors('a message that stands for nothing', (standIn) => {
  it.each([
    [
      { type: 'page' },
      'The Push API has nothing for page calls: send a track for what Userlist should know.',
    ],
    [
      { type: 'SCREEN' },
      'The Push API has nothing for screen calls: send a track for what Userlist should know.',
    ],
    [{ type: 'alias' }, 'The Push API has nothing for alias calls: identify the user under the id you keep.'],
    [{ type: 'merge' }, 'The type "merge" is not known: set type to identify, group or track.'],
    [{ userId: 'user-1' }, 'The message has no type: set type to identify, group or track.'],
    [{ type: 7 }, 'The message has no type: set type to identify, group or track.'],
    [{ batch: [track] }, 'The message has no type: hand over the messages of a batch one by one.'],
    [[track], 'The message is a list: hand over the messages of a list one by one.'],
    ['"text"', 'The message is text: hand over an object.'],
    ['null', 'The message is null: hand over an object.'],
    [undefined, 'The message has no type: set type to identify, group or track.'],
    [
      { ...track, event: undefined },
      'This track has no event: name what happened, for example "Project created".',
    ],
    [{ ...track, event: ' ' }, 'This track has no event: name what happened, for example "Project created".'],
    [{ ...track, event: 7 }, 'event is a number: name what happened in text, for example "Project created".'],
    [
      { ...track, context: { groupId: {} } },
      'context.groupId is an object: send the id as text or as a number.',
    ],
    [
      { ...group, groupId: null },
      "This group has no groupId: pass the company's id as the first argument of group.",
    ],
    [{ ...group, groupId: ['company-1'] }, 'groupId is a list: send the id as text or as a number.'],
  ])('is 400, and the text says why: %j', async (message, text) => {
    for (const path of [RUDDERSTACK, SEGMENT]) {
      expectRefusal(await hand(standIn, path, message), 400, [text]);
      expect(standIn.lastExchange()).toMatchObject({ code: 'bad_request', reason: text, texts: [text] });
      expect([standIn.users(), standIn.companies(), standIn.events(), standIn.changes()]).toEqual([
        [],
        [],
        [],
        [],
      ]);
    }
  });

  it('is 400 for its type, whoever it is about', async () => {
    expect((await hand(standIn, RUDDERSTACK, { type: 'page', anonymousId: 'a' })).status).toBe(400);
    expect((await hand(standIn, SEGMENT, { type: 'page' })).status).toBe(400);
  });

  it('is ignored by RudderStack without a user, whatever else it lacks', async () => {
    for (const message of [
      { type: 'track' },
      { type: 'group', groupId: {} },
      { type: 'Track', userId: [] },
    ]) {
      expectAccepted(await hand(standIn, RUDDERSTACK, message));
      expect(standIn.codes()).toEqual(['anonymous-ignored']);
    }
  });

  it.each(['{', '{"type":"track",}', ' ', toBytes('\ufeff{}'), new Uint8Array([0xff]), nested(101)])(
    'is 400 as no JSON: %j',
    async (body) => {
      expectRefusal(await hand(standIn, RUDDERSTACK, body), 400, [TEXT_400]);
    },
  );

  it('is read a hundred levels deep, as any other body', async () => {
    const traits = nested(99);
    expectAccepted(await hand(standIn, RUDDERSTACK, `{"type":"identify","userId":1,"traits":${traits}}`));
    expectRefusal(
      await hand(standIn, RUDDERSTACK, `{"type":"identify","userId":1,"traits":{"b":${traits}}}`),
      400,
      [TEXT_400],
    );
  });

  it('is none when its type of content is not JSON, or it is encoded', async () => {
    const reply = await hand(standIn, RUDDERSTACK, identify, { headers: { 'Content-Type': 'text/plain' } });
    expect([reply.status, standIn.codes()]).toEqual([400, ['body-ignored']]);
    const encoded = await hand(standIn, RUDDERSTACK, identify, { headers: { 'Content-Encoding': 'gzip' } });
    expectRefusal(encoded, 400, [TEXT_400]);
  });
});

describeThroughDoors('what a message stands for', (standIn) => {
  it('is validated as if it had been pushed', async () => {
    const reply = await hand(standIn, RUDDERSTACK, { ...identify, traits: { email: 'nowhere' } });
    expectRefusal(reply, 422, ['Email is invalid']);
    expect(standIn.users()).toEqual([]);
    const payload = await hand(standIn, '/posthog/events', { name: ' ', properties: [1] });
    expectRefusal(payload, 422, ['User must exist', "Name can't be blank", 'Properties is invalid']);
  });

  it.each([
    [{ companies: false }, [202, 403, 202, 403]],
    [{ relationships: false }, [202, 403, 202, 202]],
    [{ events: false }, [202, 202, 403, 403]],
    [{ messages: false }, [202, 202, 202, 202]],
  ])('is held against the plan: without %j', async (features, expected) => {
    setFor(standIn, { features });
    const inCompany = { ...track, context: { groupId: 'company-1' } };
    for (const path of [RUDDERSTACK, SEGMENT]) {
      const seen: number[] = [];
      for (const message of [identify, group, track, inCompany]) {
        const reply = await hand(standIn, path, message);
        if (reply.status === 403) expectRefusal(reply, 403, [TEXT_403]);
        seen.push(reply.status);
      }
      expect(seen).toEqual(expected);
    }
  });

  it('is held against it before it is validated, and after it is known to stand for something', async () => {
    setFor(standIn, { features: { events: false, companies: false } });
    expect((await hand(standIn, RUDDERSTACK, { ...track, event: ' ' })).status).toBe(400);
    expect((await hand(standIn, RUDDERSTACK, { ...group, groupId: null })).status).toBe(400);
    expectAccepted(await hand(standIn, RUDDERSTACK, { ...track, userId: null }));
    expect((await hand(standIn, '/posthog/companies', {})).status).toBe(403);
    expect((await hand(standIn, '/posthog/companies', '{')).status).toBe(403);
  });
});

describeThroughDoors(
  'strict mode',
  (standIn) => {
    const misplaced = { ...group, traits: { integrations: { Userlist: {} } } };
    it.each([
      [RUDDERSTACK, { ...track, userId: '' }, /keeps no anonymous users/],
      [SEGMENT, { type: 'identify' }, /keeps no anonymous users/],
      [RUDDERSTACK, misplaced, /^integrations stands among the traits/],
      [SEGMENT, misplaced, /was left out/],
      [
        RUDDERSTACK,
        { ...track, properties: { context: { groupId: 1 } } },
        /^context stands among the properties/,
      ],
      [RUDDERSTACK, { ...identify, traits: { createdAt: 'soon' } }, /is no time that can be read/],
      [
        RUDDERSTACK,
        { ...identify, traits: { planName: 1, 'Plan name': 2 } },
        /are both stored as "plan_name"/,
      ],
      ['/posthog/users', { identifier: 1, plan: 'pro' }, /plan is no attribute here/],
    ])('at %s refuses %j', async (path, message, text) => {
      const reply = await hand(standIn, path, message);
      expect([reply.status, textsOf(reply)]).toEqual([422, [expect.stringMatching(text)]]);
      expect([standIn.users(), standIn.companies(), standIn.events()]).toEqual([[], [], []]);
    });

    it('lets pass what is as it should be', async () => {
      const message = { ...group, traits: { planName: 'pro' }, integrations: { All: true } };
      expectAccepted(await hand(standIn, RUDDERSTACK, message));
      expectAccepted(await hand(standIn, SEGMENT, track));
    });
  },
  { strict: true },
);

function textsOf({ body }: { readonly body: string }): string[] {
  return (JSON.parse(body) as { errors: string[] }).errors;
}
