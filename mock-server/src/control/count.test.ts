import { describe, expect, it } from 'vitest';
import { createFixture, type DeskJson, type Fixture } from '../../test/desk/desk-fixture.ts';

const count = async ({ ask }: Fixture, json: unknown): Promise<DeskJson> =>
  (await ask('POST', '/_control/exchanges/count', { json })).json;

const createFilled = (): Fixture => {
  const fixture = createFixture();
  fixture.push('dev', 'POST', '/users', {
    identifier: 7,
    properties: { Plan: 'pro', tags: ['a', 'b'], seats: 3 },
  });
  fixture.push('dev', 'POST', '/users', { identifier: 8, properties: { plan: 'trial' } });
  fixture.push('dev', 'POST', '/users', { email: 'no' });
  fixture.push('other', 'POST', '/events', { name: 'e', user: 7 });
  return fixture;
};

describe('counting exchanges', () => {
  it('counts everything when nothing is asked for', async () => {
    const fixture = createFilled();
    const { json } = await fixture.ask('POST', '/_control/exchanges/count');
    expect(json).toEqual({ count: 4, complete: true, nearest: [] });
    expect(await count(fixture, { account: null, operation: null, status: null, body: null })).toMatchObject({
      count: 4,
    });
  });

  it('goes by account, operation and status', async () => {
    const fixture = createFilled();
    expect(await count(fixture, { account: 'dev' })).toMatchObject({ count: 3 });
    expect(await count(fixture, { operation: 'pushUser', status: 422 })).toMatchObject({ count: 1 });
    expect(await count(fixture, { account: 'other', operation: 'pushEvent' })).toMatchObject({ count: 1 });
  });

  it.each([
    [{}, 4],
    [{ identifier: 7 }, 1],
    [{ identifier: '7' }, 0],
    [{ properties: {} }, 2],
    [{ properties: { plan: 'pro' } }, 1],
    [{ Properties: { PLAN: 'pro' } }, 1],
    [{ properties: { tags: ['a', 'b'] } }, 1],
    [{ properties: { tags: ['a'] } }, 0],
    [{ properties: { tags: ['b', 'a'] } }, 0],
    [{ properties: { seats: 3 } }, 1],
    [{ properties: { seats: true } }, 0],
    [{ properties: null }, 0],
    [{ to_string: 1 }, 0],
  ])('finds the bodies that hold %j', async (body, expected) => {
    expect((await count(createFilled(), { body })).count).toBe(expected);
  });

  it('shows what came closest when nothing matches, closest first, and where it differs', async () => {
    const fixture = createFilled();
    const { nearest } = await count(fixture, {
      operation: 'pushUser',
      status: 202,
      body: { identifier: 8, properties: { plan: 'pro', 'a/b': 1 } },
    });
    expect(nearest).toEqual([
      {
        id: 'ex_0000000002',
        differences: [
          { path: '/body/properties/plan', expected: 'pro', actual: 'trial' },
          { path: '/body/properties/a_b', expected: 1 },
        ],
      },
      expect.objectContaining({ id: 'ex_0000000001' }),
      expect.objectContaining({ id: 'ex_0000000003' }),
    ]);
    expect(nearest[2]?.differences).toContainEqual({ path: '/status', expected: 202, actual: 422 });
  });

  it('shows an exchange of another account or operation as such', async () => {
    const fixture = createFilled();
    const { nearest } = await count(fixture, { account: 'dev', operation: 'pushEvent' });
    const [dev, other] = ['dev', 'other'].map((key) => fixture.engine.accounts.named(key)?.handle);
    expect(nearest[0]?.differences).toEqual([
      { path: '/operation', expected: 'pushEvent', actual: 'pushUser' },
    ]);
    const [none] = (await count(fixture, { account: 'new', operation: 'pushEvent' })).nearest;
    expect([none?.id, none?.differences.map(({ path }) => path)]).toEqual(['ex_0000000004', ['/account']]);
    expect(other).not.toBe(dev);
  });

  it('has nothing to show when nothing was sent', async () => {
    expect(await count(createFixture(), { status: 202 })).toEqual({ count: 0, complete: true, nearest: [] });
  });

  it('matches no body that could not be read', async () => {
    const fixture = createFixture();
    fixture.push('dev', 'POST', '/users', '{"identifier":');
    expect(await count(fixture, { body: { identifier: 7 } })).toMatchObject({
      count: 0,
      nearest: [{ differences: [{ path: '/body', expected: { identifier: 7 } }] }],
    });
  });

  it('finds places that have anything, in whatever spelling, and diagnostics', async () => {
    const fixture = createFilled();
    expect(await count(fixture, { has: ['/properties/Plan'] })).toMatchObject({ count: 2 });
    expect(await count(fixture, { has: ['/properties/plan', '/properties/tags/1'] })).toMatchObject({
      count: 1,
    });
    expect(await count(fixture, { has: ['/properties/tags/2'], diagnostic: 'renamed-key' })).toEqual({
      count: 0,
      complete: true,
      nearest: [
        { id: 'ex_0000000001', differences: [{ path: '/has/0', expected: '/properties/tags/2' }] },
        expect.objectContaining({ id: 'ex_0000000004' }),
        {
          id: 'ex_0000000003',
          differences: [
            { path: '/has/0', expected: '/properties/tags/2' },
            { path: '/diagnostic', expected: 'renamed-key', actual: ['email-only-user'] },
          ],
        },
      ],
    });
    expect(await count(fixture, { diagnostic: 'renamed-key' })).toMatchObject({ count: 1 });
    expect(await count(fixture, { account: 'dev', since: 'ex_0000000001' })).toMatchObject({ count: 2 });
  });

  it.each([
    [{ has: ['properties.plan'] }, '/has/0', 'did you mean "/properties/plan"?'],
    [{ has: '/a' }, '/has', 'a list'],
    [{ diagnostic: 'renamed-keys' }, '/diagnostic', 'did you mean "renamed-key"?'],
    [{ since: '4' }, '/since', 'no id of an exchange'],
    [{ since: 'ex_0000000005' }, '/since', 'the newest is ex_0000000004'],
    [{ exactly: -1 }, '/exactly', 'at least 0'],
    [{ exactly: 1, at_least: 1 }, '/at_least', 'exactly says it all; leave out at_least.'],
    [{ exactly: 1, at_most: 1 }, '/at_most', 'leave out at_most'],
    [{ at_least: 2, at_most: 1 }, '/at_least', 'No number is at least 2 and at most 1'],
  ])('refuses %j and says what is wrong', async (json, path, said) => {
    const answer = await createFilled().ask('POST', '/_control/exchanges/count', { json });
    expect([answer.status, answer.json.error.path]).toEqual([400, path]);
    expect(answer.json.error.message).toContain(said);
  });

  it('refuses more than a hundred places', async () => {
    const has = Array.from({ length: 101 }, () => '/a');
    const { status, json } = await createFilled().ask('POST', '/_control/exchanges/count', { json: { has } });
    expect([status, json.error.path]).toEqual([400, '/has']);
    expect(json.error.message).toContain('to 100 entries');
  });

  it('says that it is incomplete once the journal had to drop exchanges', async () => {
    const fixture = createFixture({ journal: { mostExchanges: 2 } });
    for (const identifier of [1, 2, 3]) fixture.push('dev', 'POST', '/users', { identifier });
    expect(await count(fixture, { body: { identifier: 3 } })).toEqual({
      count: 1,
      complete: false,
      nearest: [],
    });
  });

  it('is complete for an account, and after an exchange, that lost nothing', async () => {
    const fixture = createFixture({ journal: { mostExchanges: 2 } });
    for (const identifier of [1, 2]) fixture.push('dev', 'POST', '/users', { identifier });
    fixture.push('other', 'POST', '/users', { identifier: 1 });
    expect(await count(fixture, {})).toMatchObject({ count: 2, complete: false });
    expect(await count(fixture, { account: 'dev' })).toMatchObject({ count: 1, complete: false });
    expect(await count(fixture, { account: 'dev', since: 'ex_0000000001' })).toMatchObject({
      complete: true,
    });
    expect(await count(fixture, { account: 'other' })).toMatchObject({ count: 1, complete: true });
  });
});
