import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, START_TEXT } from '../stand-in.ts';

/** What clients were seen to send, and what it means. */
const READ: readonly (readonly [sent: string, stored: string])[] = [
  ['2026-11-23T06:55:00Z', '2026-11-23T06:55:00Z'],
  ['2026-11-23T06:55:00.123Z', '2026-11-23T06:55:00.123Z'],
  ['2026-11-23T06:55:00.123456', '2026-11-23T06:55:00.123456Z'],
  ['2026-11-23T06:55:00', '2026-11-23T06:55:00Z'],
  ['2026-11-23T10:00:00+0100', '2026-11-23T09:00:00Z'],
  ['2026-11-23T10:00:00+01:00', '2026-11-23T09:00:00Z'],
  ['2026-11-23T06:55', '2026-11-23T06:55:00Z'],
  ['2026-11-23 06:55:00 UTC', '2026-11-23T06:55:00Z'],
  ['2026-11-23 07:55:00 +0100', '2026-11-23T06:55:00Z'],
  ['2026-11-23 07:15:49 +0000', '2026-11-23T07:15:49Z'],
  ['2026-11-23T06:55:00+00:00', '2026-11-23T06:55:00Z'],
  ['2026-11-23', '2026-11-23T00:00:00Z'],
  ['Mon Nov 23 06:55:00 UTC 2026', '2026-11-23T06:55:00Z'],
  ['2026-02-30', '2026-03-02T00:00:00Z'],
];

const UNREAD: readonly unknown[] = [
  'foo',
  'yesterday',
  '1795418020',
  '2026-11',
  '11/23/2026',
  '',
  1795418020,
  1795418020000,
  true,
  [],
  ['2026-11-23'],
  { date: '2026-11-23 06:55:00.000000', timezone_type: 3, timezone: 'UTC' },
];

describeThroughDoors('a timestamp', (standIn) => {
  it.each(READ)('%s is read as %s', async (sent, stored) => {
    await standIn.post('/users', { identifier: 'user-1', signed_up_at: sent });
    await standIn.post('/companies', { identifier: 'company-1', signed_up_at: sent, last_seen_at: sent });
    await standIn.post('/events', { name: 'x', company: 'company-1', occurred_at: sent });
    expect(standIn.users()).toMatchObject([{ signed_up_at: stored }]);
    expect(standIn.companies()).toMatchObject([{ signed_up_at: stored, last_seen_at: stored }]);
    expect(standIn.events()).toMatchObject([{ occurred_at: stored }]);
    expect(standIn.codes()).toEqual([]);
  });

  it.each(UNREAD.map((value) => [value]))('%j counts as not sent and is never refused', async (value) => {
    expectAccepted(
      await standIn.post('/users', { identifier: 'user-1', signed_up_at: value, last_seen_at: value }),
    );
    expect(standIn.users()).toMatchObject([{ signed_up_at: START_TEXT, last_seen_at: null }]);
    const said = standIn.diagnostics();
    expect(said.map(({ code, level, path }) => [code, level, path])).toEqual([
      ['unreadable-timestamp', 'warning', '/signed_up_at'],
      ['unreadable-timestamp', 'warning', '/last_seen_at'],
    ]);
    expectAccepted(await standIn.post('/events', { name: 'x', user: 'user-1', occurred_at: value }));
    expect(standIn.events()).toMatchObject([{ occurred_at: START_TEXT }]);
  });

  it('that cannot be read leaves the one that is there', async () => {
    await standIn.post('/users', { identifier: 'user-1', signed_up_at: '2025-01-01' });
    await standIn.post('/users', { identifier: 'user-1', signed_up_at: 'yesterday' });
    expect(standIn.users()).toMatchObject([{ signed_up_at: '2025-01-01T00:00:00Z' }]);
  });

  it('that is null is taken away', async () => {
    await standIn.post('/users', {
      identifier: 'user-1',
      signed_up_at: '2025-01-01',
      last_seen_at: '2025-01-02',
    });
    await standIn.post('/users', { identifier: 'user-1', signed_up_at: null, last_seen_at: null });
    expect(standIn.users()).toMatchObject([{ signed_up_at: null, last_seen_at: null }]);
    await standIn.post('/users', { identifier: 'user-2', signed_up_at: null });
    expect(standIn.users()[1]).toMatchObject({ signed_up_at: null });
  });

  it('deep inside is named by its place', async () => {
    await standIn.post('/users', {
      identifier: 'user-1',
      relationships: [{ company: { identifier: 1, signedUpAt: 'soon' } }],
    });
    expect(standIn.diagnostics().find(({ code }) => code === 'unreadable-timestamp')?.path).toBe(
      '/relationships/0/company/signed_up_at',
    );
  });
});

describeThroughDoors('the time a record was made', (standIn) => {
  it('is now where nothing else is said, and stays what it was', async () => {
    await standIn.post('/users', { identifier: 'user-1', company: 'company-1' });
    standIn.clock.advance(60_000);
    await standIn.post('/users', { identifier: 'user-1', company: 'company-1', properties: { again: true } });
    expect(standIn.users()).toMatchObject([{ signed_up_at: START_TEXT }]);
    expect(standIn.companies()).toMatchObject([{ signed_up_at: START_TEXT }]);
  });

  it('shows in the changes as it is stored', async () => {
    await standIn.post('/events', { name: 'x', user: 'user-1' });
    expect(standIn.changes()).toMatchObject([
      { kind: 'created', resource: 'user', after: { signed_up_at: START_TEXT } },
      { kind: 'created', resource: 'event', key: 'x', after: { occurred_at: START_TEXT } },
    ]);
  });

  it('is for an event now when it is sent as null', async () => {
    await standIn.post('/events', { name: 'x', user: 'user-1', occurred_at: null, occured_at: null });
    expect(standIn.events()).toMatchObject([{ occurred_at: START_TEXT }]);
    expect(standIn.codes()).toEqual([]);
  });
});

describeThroughDoors('the old spelling of occurred_at', (standIn) => {
  it.each(['occured_at', 'occuredAt', 'Occured At'])('is read: %s', async (name) => {
    await standIn.post('/events', { name: 'x', user: 'user-1', [name]: '2026-01-01' });
    expect(standIn.events()).toMatchObject([{ occurred_at: '2026-01-01T00:00:00Z' }]);
    expect(standIn.codes()).not.toContain('unknown-attribute');
  });

  it('loses against the right one', async () => {
    await standIn.post('/events', {
      name: 'x',
      user: 'user-1',
      occured_at: '2026-01-01',
      occurred_at: '2026-01-02',
    });
    expect(standIn.events()).toMatchObject([{ occurred_at: '2026-01-02T00:00:00Z' }]);
    expect(standIn.diagnostics()).toMatchObject([
      { code: 'contradicting-spelling', level: 'warning', path: '/occured_at' },
    ]);
  });

  it('counts where the right one is null or cannot be read', async () => {
    await standIn.post('/events', { name: 'x', user: 'user-1', occured_at: '2026-01-01', occurred_at: null });
    await standIn.post('/events', {
      name: 'y',
      user: 'user-1',
      occured_at: '2026-01-01',
      occurred_at: 'soon',
    });
    expect(standIn.events()).toMatchObject([
      { occurred_at: '2026-01-01T00:00:00Z' },
      { occurred_at: '2026-01-01T00:00:00Z' },
    ]);
  });

  it('agrees when it means the same moment', async () => {
    await standIn.post('/events', {
      name: 'x',
      user: 'user-1',
      occured_at: '2026-01-01T01:00:00+01:00',
      occurred_at: '2026-01-01',
    });
    expect(standIn.codes()).toEqual([]);
  });
});

describeThroughDoors('last_seen_at', (standIn) => {
  it('moves with every event of a user and of a company', async () => {
    await standIn.post('/users', { identifier: 'user-1' });
    expect(standIn.users()).toMatchObject([{ last_seen_at: null }]);
    await standIn.post('/events', { name: 'x', user: 'user-1', company: 'company-1' });
    expect(standIn.users()).toMatchObject([{ last_seen_at: START_TEXT }]);
    expect(standIn.companies()).toMatchObject([{ last_seen_at: START_TEXT }]);
    await standIn.post('/events', { name: 'x', user: 'user-1', occurred_at: '2026-12-01' });
    expect(standIn.users()).toMatchObject([{ last_seen_at: '2026-12-01T00:00:00Z' }]);
    expect(standIn.companies()).toMatchObject([{ last_seen_at: START_TEXT }]);
  });

  it('is not taken back by an event that arrives late', async () => {
    await standIn.post('/events', { name: 'x', user: 'user-1' });
    await standIn.post('/events', { name: 'x', user: 'user-1', occurred_at: '2020-01-01' });
    expect(standIn.users()).toMatchObject([{ last_seen_at: START_TEXT }]);
    expect(standIn.events()).toHaveLength(2);
  });

  it('may be set by hand', async () => {
    await standIn.post('/users', { identifier: 'user-1', last_seen_at: '2026-01-01' });
    expect(standIn.users()).toMatchObject([{ last_seen_at: '2026-01-01T00:00:00Z' }]);
    expect(standIn.codes()).toEqual([]);
  });
});

describeThroughDoors('a text among the properties', (standIn) => {
  it.each([
    ['2026-11-23T06:55:00Z', true],
    ['2026-11-23T06:55:00.123Z', true],
    ['2026-11-23T06:55:00.123456', true],
    ['2026-11-23T10:00:00+01:00', true],
    ['2026-11-23', true],
    ['2026-11-23 06:55:00 UTC', false],
    ['2026-11-23 07:55:00 +0100', false],
    ['Mon Nov 23 06:55:00 UTC 2026', false],
    ['2026-11-23T10:00:00+0100', false],
  ])('"%s" is a timestamp: %s, and is kept as it was sent', async (text, isTimestamp) => {
    await standIn.post('/users', {
      identifier: 'user-1',
      properties: { trialEndsAt: text, list: [text], 'a/b~c': { inner: text } },
    });
    expect(standIn.users()).toMatchObject([
      { properties: { trial_ends_at: text, list: [text], a_b_c: { inner: text } } },
    ]);
    const places = ['/trial_ends_at', '/list/0', '/a_b_c/inner'];
    expect(standIn.users()[0]?.timestamps).toEqual(isTimestamp ? places : []);
    const said = standIn.diagnostics().filter(({ code }) => code === 'unparsed-timestamp-property');
    expect(said.map(({ path, level }) => [path, level])).toEqual(
      isTimestamp ? [] : places.map((place) => [`/properties${place}`, 'info']),
    );
  });

  it.each(['foo', '1795418020', 'Monday', '12:00', '2026'])(
    '"%s" is none, and nothing is said of it',
    async (text) => {
      await standIn.post('/companies', { identifier: 'company-1', properties: { text } });
      expect(standIn.companies()).toMatchObject([{ timestamps: [], properties: { text } }]);
      expect(standIn.codes()).toEqual([]);
    },
  );
});
