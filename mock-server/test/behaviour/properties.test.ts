import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal, type Reply, type Stored } from '../stand-in.ts';

type Place = {
  readonly name: string;
  readonly path: string;
  readonly body: (properties: unknown) => object;
  readonly collection: 'users' | 'companies' | 'relationships';
};

const PLACES: readonly Place[] = [
  {
    name: 'a user',
    path: '/users',
    body: (properties) => ({ identifier: 1, properties }),
    collection: 'users',
  },
  {
    name: 'a company',
    path: '/companies',
    body: (properties) => ({ identifier: 1, properties }),
    collection: 'companies',
  },
  {
    name: 'a relationship',
    path: '/relationships',
    body: (properties) => ({ user: 1, company: 2, properties }),
    collection: 'relationships',
  },
  {
    name: 'a relationship inside a user',
    path: '/users',
    body: (properties) => ({ identifier: 1, relationships: [{ company: 2, properties }] }),
    collection: 'relationships',
  },
  {
    name: 'a user inside an event',
    path: '/events',
    body: (properties) => ({ name: 'x', user: { identifier: 1, properties } }),
    collection: 'users',
  },
];

for (const { name, path, body, collection } of PLACES) {
  describeThroughDoors(`the properties of ${name}`, (standIn) => {
    const push = (properties: unknown): Promise<Reply> => standIn.post(path, body(properties));
    const stored = (): Stored | undefined => standIn[collection]()[0]?.properties as Stored | undefined;

    it('change where they are sent and stay where they are not', async () => {
      await push({ plan: 'free', seats: 1, trial: true });
      await push({ plan: 'pro', city: 'Rome' });
      expect(stored()).toEqual({ plan: 'pro', seats: 1, trial: true, city: 'Rome' });
    });

    it('are taken away by null', async () => {
      await push({ plan: 'free', seats: 1, none: null });
      expect(stored()).toEqual({ plan: 'free', seats: 1 });
      await push({ plan: null, none: null });
      expect(stored()).toEqual({ seats: 1 });
    });

    it('merge at every depth of objects', async () => {
      await push({ address: { city: 'Rome', geo: { lat: 1, lon: 2 }, zip: '00100' } });
      await push({
        address: { geo: { lat: 3, lon: null, alt: 4 }, zip: null, street: { name: 'X', no: null } },
      });
      expect(stored()).toEqual({ address: { city: 'Rome', geo: { lat: 3, alt: 4 }, street: { name: 'X' } } });
    });

    it('replace lists as a whole', async () => {
      await push({ tags: ['a', 'b'], items: [{ a: 1, b: 2 }] });
      await push({ tags: ['c'], items: [{ a: null }] });
      expect(stored()).toEqual({ tags: ['c'], items: [{ a: null }] });
      await push({ tags: [] });
      expect(stored()).toMatchObject({ tags: [] });
    });

    it('may change their kind', async () => {
      await push({ one: { a: 1 }, two: 'x', three: [1] });
      await push({ one: 'x', two: { a: 1, b: null }, three: { b: 2 } });
      expect(stored()).toEqual({ one: 'x', two: { a: 1 }, three: { b: 2 } });
    });

    it.each([[null], [{}], [[]], [undefined]])('change nothing as %j', async (properties) => {
      await push({ plan: 'free' });
      expectAccepted(await push(properties));
      expect(stored()).toEqual({ plan: 'free' });
    });

    it('stay when a property is sent as an empty object, which is kept where there was none', async () => {
      await push({ address: { city: 'Rome' } });
      await push({ address: {}, other: {} });
      expect(stored()).toEqual({ address: { city: 'Rome' }, other: {} });
    });

    it.each([[['a']], [[{}]], ['x'], [5], [true], [false], ['']])('are invalid as %j', async (properties) => {
      const reply = await push(properties);
      expect(reply.status).toBe(422);
      expect(JSON.parse(reply.body).errors).toEqual([
        expect.stringMatching(/(^| )[Pp]roperties is invalid$/),
      ]);
      expect(standIn[collection]()).toEqual([]);
    });
  });
}

describeThroughDoors('the properties of an event', (standIn) => {
  it('belong to the event alone', async () => {
    await standIn.post('/events', {
      name: 'x',
      user: { identifier: 1, properties: { plan: 'pro' } },
      properties: { amount: 5, none: null, deep: { gone: null } },
    });
    expect(standIn.events()[0]?.properties).toEqual({ amount: 5, deep: {} });
    expect(standIn.users()[0]?.properties).toEqual({ plan: 'pro' });
  });

  it.each([[null], [{}], [[]], [undefined]])('are none as %j', async (properties) => {
    expectAccepted(await standIn.post('/events', { name: 'x', user: 1, properties }));
    expect(standIn.events()[0]?.properties).toEqual({});
  });

  it('do not mix from one event to the next', async () => {
    await standIn.post('/events', { name: 'x', user: 1, properties: { a: 1 } });
    await standIn.post('/events', { name: 'x', user: 1, properties: { b: 2 } });
    expect(standIn.events().map(({ properties }) => properties)).toEqual([{ a: 1 }, { b: 2 }]);
  });
});

describeThroughDoors('attributes beside the properties', (standIn) => {
  it('are changed when sent, stay when not, and are taken away by null', async () => {
    await standIn.post('/companies', { identifier: 1, name: 'One', signed_up_at: '2025-01-01' });
    await standIn.post('/companies', { identifier: 1, properties: { a: 1 } });
    expect(standIn.companies()).toMatchObject([
      { name: 'One', signed_up_at: '2025-01-01T00:00:00Z', properties: { a: 1 } },
    ]);
    await standIn.post('/companies', { identifier: 1, name: 'Two' });
    expect(standIn.changes()).toEqual([
      { kind: 'updated', resource: 'company', key: '1', before: { name: 'One' }, after: { name: 'Two' } },
    ]);
    await standIn.post('/companies', { identifier: 1, name: null, signed_up_at: null });
    expect(standIn.companies()).toMatchObject([{ name: null, signed_up_at: null, properties: { a: 1 } }]);
    expect(standIn.changes()).toEqual([
      {
        kind: 'updated',
        resource: 'company',
        key: '1',
        before: { name: 'Two', signed_up_at: '2025-01-01T00:00:00Z' },
        after: { name: null, signed_up_at: null },
      },
    ]);
  });

  it('have a name that may be empty and is otherwise a text', async () => {
    expectAccepted(await standIn.post('/companies', { identifier: 1, name: null }));
    expect(standIn.companies()).toMatchObject([{ name: null }]);
    expectAccepted(await standIn.post('/companies', { identifier: 1, name: '' }));
    expect(standIn.companies()).toMatchObject([{ name: '' }]);
    expectRefusal(await standIn.post('/companies', { identifier: 1, name: 5 }), 422, ['Name is invalid']);
  });

  it('have an email that null takes away', async () => {
    await standIn.post('/users', { identifier: 1, email: 'ada@example.com' });
    await standIn.post('/users', { identifier: 1 });
    expect(standIn.users()).toMatchObject([{ email: 'ada@example.com' }]);
    await standIn.post('/users', { identifier: 1, email: null });
    expect(standIn.users()).toMatchObject([{ email: null }]);
  });

  it('that nobody has heard of are accepted, ignored and noted', async () => {
    expectAccepted(await standIn.post('/users', { identifier: 1, plan: 'pro', emial: 'x', Propertys: {} }));
    expect(standIn.users()).toEqual([
      expect.objectContaining({ identifier: '1', email: null, properties: {} }),
    ]);
    const unknown = standIn.diagnostics().filter(({ code }) => code === 'unknown-attribute');
    expect(unknown.map(({ path, level, evidence }) => [path, level, evidence])).toEqual([
      ['/plan', 'warning', 'client'],
      ['/emial', 'warning', 'client'],
      ['/propertys', 'warning', 'client'],
    ]);
    expect(unknown[0]?.message).toContain('properties');
    expect(unknown[1]?.message).toContain('Did you mean email?');
    expect(unknown[2]?.message).toContain('Did you mean properties?');
  });
});
