import { contract } from '@understudy/openapi/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRouter } from './router.ts';

const router = createRouter(contract);

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
