import { deskRoutes } from '@understudy/openapi/control/routes';
import { describe, expect, it } from 'vitest';
import { findRoute } from './find-route.ts';
import { isProblem } from './problem.ts';

describe('the routes of the desk', () => {
  it.each(deskRoutes.map(({ id, method, path }) => [method, path, id]))(
    'lead %s %s to %s',
    (method, path, id) => {
      const found = findRoute(method, path.replaceAll(/\{\w+\}/g, 'x'));
      expect(isProblem(found) ? found : found.route.id).toBe(id);
    },
  );

  it('decode what stands in the path, once', () => {
    const found = findRoute('GET', '/_control/accounts/a%2Fb%2520c+d/users');
    expect(isProblem(found) ? found : found.params).toEqual({ account: 'a/b%20c+d' });
  });
});
