import { expect, it } from 'vitest';
import { doorsThat } from '../parity/abilities.ts';
import {
  describeThroughDoors,
  expectAccepted,
  expectRefusal,
  TEXT_400,
  TEXT_401,
  TEXT_404,
} from '../stand-in.ts';

const HUGE = `{"identifier":"user-1","properties":{"note":"${'x'.repeat(110_000)}"}}`;

describeThroughDoors('the order in which Userlist looks at a request', (standIn) => {
  it('looks for the route before it looks at the size', async () => {
    expectRefusal(await standIn.post('/nowhere', HUGE), 404, [TEXT_404]);
  });

  it('looks for the route before it looks at the key', async () => {
    expectRefusal(await standIn.post('/nowhere', {}, { key: null }), 404, [TEXT_404]);
    expectRefusal(await standIn.request('PUT', '/users', {}, { key: null }), 404, [TEXT_404]);
  });

  it('looks at the size before it looks at the key', async () => {
    const reply = await standIn.post('/users', HUGE, { key: null });
    expectRefusal(reply, 413, ['Payload is too large. Request was 107 KB, but the limit is 100 KB.']);
  });

  it('looks at the key before it looks at the body', async () => {
    expectRefusal(await standIn.post('/users', 'not JSON', { key: null }), 401, [TEXT_401]);
  });

  it('reads the body before it validates it', async () => {
    expectRefusal(await standIn.post('/users', '{"email":"nonsense",}'), 400, [TEXT_400]);
  });

  it('brings keys to snake_case before it validates', async () => {
    expectAccepted(await standIn.post('/users', { Identifier: 'user-1', signedUpAt: '2026-01-01' }));
    expect(standIn.users()).toMatchObject([{ identifier: 'user-1', signed_up_at: '2026-01-01T00:00:00Z' }]);
  });

  it('applies nothing when one embedded part is invalid', async () => {
    const reply = await standIn.post('/users', {
      identifier: 'user-1',
      companies: ['company-1', { identifier: 'company-2', name: 5 }],
    });
    expectRefusal(reply, 422, ['Companies name is invalid']);
    expect([standIn.users(), standIn.companies(), standIn.relationships()]).toEqual([[], [], []]);
  });

  it('has applied what it accepts when the answer leaves', async () => {
    expectAccepted(await standIn.post('/users', { identifier: 'user-1' }));
    expect(standIn.users()).toMatchObject([{ identifier: 'user-1' }]);
  });
});

describeThroughDoors(
  'the order in which Userlist counts a request',
  (standIn) => {
    it('looks at the rate limit before it looks at the body', async () => {
      await standIn.post('/users', { identifier: 'user-1' });
      const reply = await standIn.post('/users', 'not JSON');
      expectRefusal(reply, 429, [
        'Rate limit of 1 requests per 60 seconds exceeded. Please try again in 60 seconds.',
      ]);
    });

    it('looks at the key before it looks at the rate limit', async () => {
      await standIn.post('/users', { identifier: 'user-1' });
      expectRefusal(await standIn.post('/users', {}, { key: 'null' }), 401, [TEXT_401]);
    });
  },
  { rateLimit: '1/60s' },
);

describeThroughDoors('the routes of Userlist', (standIn) => {
  it.each([
    ['POST', '/users', { identifier: 1 }],
    ['DELETE', '/users', { identifier: 1 }],
    ['POST', '/companies', { identifier: 1 }],
    ['DELETE', '/companies', { identifier: 1 }],
    ['POST', '/relationships', { user: 1, company: 1 }],
    ['DELETE', '/relationships', { user: 1, company: 1 }],
    ['POST', '/events', { name: 'x', user: 1 }],
    ['POST', '/messages', { template: 'x', user: 1 }],
  ])('%s %s exists', async (method, path, body) => {
    expectAccepted(await standIn.request(method, path, body));
  });

  it.each([
    ['GET', '/users'],
    ['PUT', '/users'],
    ['PATCH', '/companies'],
    ['OPTIONS', '/users'],
    ['DELETE', '/events'],
    ['DELETE', '/messages'],
    ['GET', '/events'],
    ['POST', '/'],
    ['POST', '/Users'],
    ['POST', '/user'],
    ['POST', '/v1/users'],
    ['POST', '/users/user-1'],
    ['POST', '/users/user-1/events'],
    ['DELETE', '/users/user-1/more'],
    ['DELETE', '/events/event-1'],
    ['DELETE', '/users/%E0%A4%A'],
  ])('%s %s does not', async (method, path) => {
    expectRefusal(await standIn.request(method, path), 404, [TEXT_404]);
  });

  it.each(['/users/', '/users.json', '/users?a=b', '/users/?identifier=other', '/users.json?x', '/users?'])(
    'POST %s means the same as POST /users',
    async (path) => {
      expectAccepted(await standIn.post(path, { identifier: 'user-1' }));
      expect(standIn.users()).toMatchObject([{ identifier: 'user-1' }]);
    },
  );
});

describeThroughDoors(
  'paths that a URL would tidy up',
  (standIn) => {
    it.each(['//users', '/users//', '/users/.', '/users/..', '/./users', '/users/.json', '/users.json/'])(
      '%s is no path',
      async (path) => {
        expectRefusal(await standIn.request('POST', path, { identifier: 1 }), 404, [TEXT_404]);
      },
    );

    it.each([
      '/users/.',
      '/users/..',
      '/users/%20',
      '/users//',
      '/relationships/user-1/',
      '/relationships//company-1',
    ])('DELETE %s names nobody', async (path) => {
      expectRefusal(await standIn.delete(path), 404, [TEXT_404]);
    });
  },
  {},
  doorsThat('target'),
);

describeThroughDoors('the envelope of Userlist', (standIn) => {
  it('answers HEAD as it answers GET, without the body', async () => {
    const reply = await standIn.request('HEAD', '/users');
    expect(reply.status).toBe(404);
    expect(standIn.lastExchange().status).toBe(404);
  });

  it('is the same whatever the sender accepts', async () => {
    for (const accept of ['text/html', 'application/xml', '*/*', 'nonsense', null]) {
      const reply = await standIn.post('/events', {}, { headers: { Accept: accept } });
      expectRefusal(reply, 422, ['User must exist', "Name can't be blank"]);
    }
  });

  it('says its own length in bytes', async () => {
    const reply = await standIn.post('/events', {});
    expect(reply.headers['content-length']).toBe(String(new TextEncoder().encode(reply.body).byteLength));
  });
});
