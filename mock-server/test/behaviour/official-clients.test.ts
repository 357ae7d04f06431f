import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal, type Stored } from '../stand-in.ts';
import { CLIENTS } from './client-payloads.ts';

for (const [client, { headers = {}, rows }] of Object.entries(CLIENTS)) {
  describeThroughDoors(`what ${client} sends`, (standIn) => {
    it.each(rows.map((row) => [row.what, row] as const))(
      '%s',
      async (_what, { method = 'POST', path, body, leaves }) => {
        if (method === 'DELETE') {
          await standIn.post('/users', {
            identifier: 'user-2',
            email: 'user-2@example.com',
            company: 'company-2',
          });
        }
        expectAccepted(await standIn.request(method, path, body, { headers }));
        const held: Record<string, readonly Stored[]> = {
          users: standIn.users(),
          companies: standIn.companies(),
          relationships: standIn.relationships(),
          events: standIn.events(),
          messages: standIn.messages(),
        };
        for (const [collection, expected] of Object.entries(leaves)) {
          expect(held[collection], collection).toMatchObject(expected);
          expect(held[collection], collection).toHaveLength(expected.length);
        }
      },
    );
  });
}

describeThroughDoors('what clients send and the service does not take', (standIn) => {
  it.each([
    ['an integer as user (PHP, Python)', '/users', '42', 422],
    ['an empty array (PHP)', '/users', '[]', 422],
    ['an event that lost both its ends (Python 0.2)', '/events', '{"name": "x"}', 422],
    ['an empty message', '/messages', '{}', 422],
    ['a company without identifier (Ruby)', '/companies', '{"name":"One"}', 422],
    ['NaN (Python)', '/users', '{"identifier": "user-1", "properties": {"score": NaN}}', 400],
    ['no body at all (Pipedream)', '/companies', undefined, 422],
  ])('%s', async (_what, path, body, status) => {
    expect((await standIn.post(path, body)).status).toBe(status);
  });

  it('an identifier that is an empty text (Node)', async () => {
    expectRefusal(await standIn.post('/users', { identifier: '' }), 422, [
      "Identifier can't be blank",
      "Email can't be blank",
    ]);
  });

  it.each([
    ['GET', '/users'],
    ['PUT', '/users'],
    ['DELETE', '/events'],
    ['DELETE', '/messages'],
  ])('%s %s, for which clients have methods', async (method, path) => {
    expect((await standIn.request(method, path, method === 'GET' ? undefined : {})).status).toBe(404);
  });
});
