import { contract, type HostName } from '@understudy/openapi/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRouter } from './router.ts';

const route = createRouter(contract);
/** On a host that is none of the vendor's. */
const router = (method: string, target: string) => route(method, target, 'localhost');

const HOSTS = contract.hosts;

describe('the router, by host', () => {
  const all = Object.entries(contract.operations);

  it.each(Object.keys(HOSTS) as HostName[])(
    'finds on the host for %s what is its own, and nothing else',
    (name) => {
      for (const [id, { host, method, path, legacyPaths }] of all) {
        const expected = host === name ? id : undefined;
        for (const target of [path, `${path}/`, `${path}?x=y`])
          expect(route(method, target, HOSTS[name])?.id).toBe(expected);
        for (const old of legacyPaths)
          expect(route(method, old.replaceAll(/[{}]/g, ''), HOSTS[name])?.id).toBe(expected);
      }
    },
  );

  it.each([
    'localhost',
    '127.0.0.1:4010',
    '[::1]:80',
    '',
    'userlist.com',
    'api.userlist.com',
    'push.userlist.com.evil.test',
    'xpush.userlist.com',
  ])('finds everything on the host "%s"', (host) => {
    for (const [id, { method, path }] of all) expect(route(method, path, host)).toEqual({ id, params: null });
  });

  it.each([
    ['incoming.userlist.com:443'],
    ['Incoming.UserList.COM'],
    ['incoming.userlist.com.'],
    ['INCOMING.userlist.com.:8080'],
    ['incoming.userlist.com:'],
  ])('takes %s for the incoming host', (host) => {
    expect(route('POST', '/rudderstack/events', host)?.id).toBe('pushRudderstackEvent');
    expect(route('POST', '/users', host)).toBeNull();
    expect(route('DELETE', '/users/user-1', host)).toBeNull();
  });

  it('remembers hosts, but not every one there is', () => {
    for (let number = 0; number < 300; number += 1)
      expect(route('POST', '/users', `host-${number}`)?.id).toBe('pushUser');
    expect(route('POST', '/users', HOSTS.incoming)).toBeNull();
    expect(route('POST', '/users', `${'x'.repeat(9000)}.test`)?.id).toBe('pushUser');
  });
});

describe('the router', () => {
  it.each(Object.entries(contract.operations))('finds %s', (id, { method, path }) => {
    for (const target of [path, `${path}/`, `${path}.json`, `${path}?a=b`, `${path}/?a`, `${path}#x`]) {
      expect(router(method, target)).toEqual({ id, params: null });
    }
  });

  it.each([
    ['/users/user-1', 'deleteUser', { identifier: 'user-1' }],
    ['/users/a%2Fb', 'deleteUser', { identifier: 'a/b' }],
    ['/users/%20a', 'deleteUser', { identifier: ' a' }],
    ['/users/__proto__', 'deleteUser', { identifier: '__proto__' }],
    ['/companies/3.json', 'deleteCompany', { identifier: '3' }],
    ['/relationships/a/b', 'deleteRelationship', { user: 'a', company: 'b' }],
    ['/relationships/a/b/', 'deleteRelationship', { user: 'a', company: 'b' }],
  ])('reads the attributes off %s', (target, id, params) => {
    expect(router('DELETE', target)).toEqual({ id, params });
  });

  it.each([
    '/users/%',
    '/users/%FF',
    '/users/%20',
    '/users/.',
    '/users/%2E%2E',
    '/users/a/b',
    '/relationships/a',
    '/relationships/a/',
    '/relationships//b',
    '/events/x',
    '',
    '*',
    'users',
  ])('knows nothing of DELETE %s', (target) => {
    expect(router('DELETE', target)).toBeNull();
  });

  it('takes methods as they are written', () => {
    expect(router('post', '/users')).toBeNull();
    expect(router('POST', '/users/user-1')).toBeNull();
    expect(router('constructor', '/users')).toBeNull();
  });

  it('gives back every identifier that was escaped', () => {
    const identifier = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text.trim() !== '' && text !== '.' && text !== '..');
    fc.assert(
      fc.property(identifier, (text) => {
        const escaped = encodeURIComponent(text);
        fc.pre(!escaped.endsWith('.json'));
        expect(router('DELETE', `/users/${escaped}`)).toEqual({
          id: 'deleteUser',
          params: { identifier: text },
        });
      }),
      { seed: 1 },
    );
  });
});
