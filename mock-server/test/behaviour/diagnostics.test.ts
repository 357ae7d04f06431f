import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, START_TEXT } from '../stand-in.ts';

describeThroughDoors('diagnostics', (standIn) => {
  it('have a code, a level, a place, a sentence and their evidence', async () => {
    await standIn.post('/users', { identifier: 1, 'Odd Name': 1 });
    expect(standIn.diagnostics()).toEqual([
      {
        code: 'renamed-key',
        level: 'info',
        path: '/odd_name',
        message: '"Odd Name" is stored as "odd_name".',
        evidence: 'documented',
      },
      {
        code: 'unknown-attribute',
        level: 'warning',
        path: '/odd_name',
        message: 'odd_name is no attribute here and is ignored. Your own data belongs into properties.',
        evidence: 'client',
      },
    ]);
  });

  it('never show in the answer', async () => {
    const reply = await standIn.post('/users', { identifier: 1, emial: 'x', signedUpAt: 'soon' });
    expectAccepted(reply);
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('x-'))).toEqual([]);
  });

  it('are none for a clean request', async () => {
    await standIn.post('/users', {
      identifier: 'user-1',
      email: 'ada@example.com',
      signed_up_at: '2026-01-01T00:00:00Z',
      properties: { plan: 'pro', since: '2026-01-01T00:00:00Z' },
      relationships: [{ company: { identifier: 'company-1', name: 'One' }, properties: { role: 'owner' } }],
      preferences: [{ topic: 'news', subscribed: true }],
    });
    expect(standIn.explanation()).toMatchObject({ diagnostics: [], diagnosticsDropped: 0 });
  });

  it('are at most a hundred, and the rest is counted', async () => {
    const properties = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`Key ${index}`, index]));
    await standIn.post('/users', { identifier: 1, properties });
    expect(standIn.diagnostics()).toHaveLength(100);
    expect(standIn.explanation().diagnosticsDropped).toBe(50);
  });

  it('quote of what is long only the beginning', async () => {
    await standIn.post('/users', { identifier: 1, properties: { [`A${'b'.repeat(50_000)}`]: 1 } });
    expect(standIn.diagnostics()[0]?.message.length).toBeLessThan(1100);
  });

  it('point into the body with its keys in snake_case and its lists without nulls', async () => {
    await standIn.post('/users', { identifier: 1, Companies: [null, { identifier: 1, Nmae: 'x' }] });
    expect(standIn.diagnostics().at(-1)).toMatchObject({
      code: 'unknown-attribute',
      path: '/companies/0/nmae',
    });
    expect(standIn.explanation().body).toEqual({ identifier: 1, companies: [{ identifier: 1, nmae: 'x' }] });
  });

  it('escape what a JSON Pointer has to escape', async () => {
    await standIn.post('/users', { identifier: 1, properties: { '~/': 1 } });
    expect(standIn.diagnostics()).toMatchObject([{ code: 'unnormalizable-key', path: '/properties/~0~1' }]);
  });

  it.each([
    [92_160, []],
    [92_161, ['bytes-used']],
    [102_400, ['bytes-used']],
  ])('say from 90 %% of the limit on how many bytes were used: %i', async (bytes, codes) => {
    const empty = '{"identifier":1,"properties":{"a":""}}';
    await standIn.post('/users', empty.replace('""', `"${'x'.repeat(bytes - empty.length)}"`));
    expect(standIn.codes()).toEqual(codes);
    if (codes.length > 0)
      expect(standIn.diagnostics()[0]?.message).toBe(`The body has ${bytes} of 102400 bytes.`);
  });

  it('look into what was refused, too, where they may say why', async () => {
    await standIn.post('/users', { identifer: 'user-1', emial: 'ada@example.com' });
    expect(standIn.lastExchange().status).toBe(422);
    expect(
      standIn.diagnostics().map(({ path, message }) => [path, message.slice(message.indexOf('Did'))]),
    ).toEqual([
      ['/identifer', 'Did you mean identifier?'],
      ['/emial', 'Did you mean email?'],
    ]);
    expect(standIn.changes()).toEqual([]);
    expect(standIn.explanation().body).toEqual({ identifer: 'user-1', emial: 'ada@example.com' });
  });

  it.each([
    ['a route that is none', 'POST', '/nowhere', {}],
    ['a method that is none', 'PUT', '/users', {}],
    ['a body that is too large', 'POST', '/users', 'x'.repeat(102_401)],
    ['a body that is not JSON', 'POST', '/users', '{'],
  ])('are none for %s', async (_name, method, path, body) => {
    await standIn.request(method, path, body);
    expect(standIn.explanation()).toEqual({
      diagnostics: [],
      diagnosticsDropped: 0,
      changes: [],
      changesDropped: 0,
      body: undefined,
    });
  });

  it('say the same however often they are asked for', async () => {
    await standIn.post('/users', {
      identifier: 1,
      Name: 1,
      properties: { aB: [null, { cD: 12345678901234567890n.toString() }] },
    });
    expect(standIn.explanation()).toEqual(standIn.explanation());
  });
});

describeThroughDoors('changes', (standIn) => {
  it('show what a new record is, without the nulls it was sent with', async () => {
    await standIn.post('/users', {
      identifier: 7,
      email: 'ada@example.com',
      properties: { plan: 'pro', none: null, deep: { none: null } },
      preferences: [{ topic: 'news', subscribed: true }],
      relationships: [{ company: 'company-1', properties: { role: 'x', none: null } }],
    });
    expect(standIn.changes()).toEqual([
      {
        kind: 'created',
        resource: 'user',
        key: '7',
        before: null,
        after: {
          identifier: '7',
          email: 'ada@example.com',
          signed_up_at: START_TEXT,
          last_seen_at: null,
          properties: { plan: 'pro', deep: {} },
          preferences: { news: true },
        },
      },
      {
        kind: 'created',
        resource: 'company',
        key: 'company-1',
        before: null,
        after: {
          identifier: 'company-1',
          name: null,
          signed_up_at: START_TEXT,
          last_seen_at: null,
          properties: {},
        },
      },
      {
        kind: 'created',
        resource: 'relationship',
        key: '7/company-1',
        before: null,
        after: { properties: { role: 'x' } },
      },
    ]);
  });

  it('show of a record that was there only what became different', async () => {
    await standIn.post('/users', {
      identifier: 7,
      properties: { plan: 'free', seats: 1, deep: { a: 1, b: 2 }, list: [1] },
    });
    await standIn.post('/users', {
      identifier: 7,
      email: 'ada@example.com',
      properties: {
        plan: 'pro',
        seats: 1,
        deep: { a: null, b: 2, c: { d: 3, none: null } },
        list: [1],
        'new/one': 'x',
      },
    });
    expect(standIn.changes()).toEqual([
      {
        kind: 'updated',
        resource: 'user',
        key: '7',
        before: { email: null, properties: { plan: 'free', deep: { a: 1, c: null }, new_one: null } },
        after: {
          email: 'ada@example.com',
          properties: { plan: 'pro', deep: { a: null, c: { d: 3 } }, new_one: 'x' },
        },
      },
    ]);
  });

  it('show that nothing changed', async () => {
    const body = {
      identifier: 7,
      email: 'ada@example.com',
      signed_up_at: '2026-01-01',
      properties: { a: { b: [1, { c: 2 }] } },
    };
    await standIn.post('/users', body);
    await standIn.post('/users', body);
    expect(standIn.changes()).toEqual([
      { kind: 'unchanged', resource: 'user', key: '7', before: null, after: null },
    ]);
  });

  it('do not change when the record changes later', async () => {
    await standIn.post('/users', { identifier: 7, properties: { list: [1], deep: { a: 1 } } });
    await standIn.post('/users', { identifier: 7, properties: { list: [2], deep: 'gone' } });
    const exchange = standIn.lastExchange();
    const before = structuredClone(standIn.engine.service.explain(exchange));
    await standIn.post('/users', { identifier: 7, properties: { list: [3], deep: { b: 1 } } });
    await standIn.delete('/users', { identifier: 7 });
    expect(standIn.engine.service.explain(exchange)).toEqual(before);
    expect(before.changes).toMatchObject([{ before: { properties: { list: [1], deep: { a: 1 } } } }]);
  });

  it('name a user by email where there is no identifier', async () => {
    await standIn.post('/relationships', { user: { email: 'ada@example.com' }, company: 1 });
    expect(standIn.changes().map(({ resource, key }) => [resource, key])).toEqual([
      ['user', 'ada@example.com'],
      ['company', '1'],
      ['relationship', 'ada@example.com/1'],
    ]);
  });

  it('keep their times when the clock moves on', async () => {
    await standIn.post('/events', { name: 'x', user: 1 });
    const exchange = standIn.lastExchange();
    standIn.clock.advance(1000);
    expect(standIn.engine.service.explain(exchange).changes).toMatchObject([
      { after: { signed_up_at: START_TEXT } },
      { after: { occurred_at: START_TEXT } },
    ]);
  });
});
