import { describe, expect, it } from 'vitest';
import { createScene } from './scene.ts';

const itemOf = (method: string, path: string, body: unknown) => {
  const { engine, begin } = createScene();
  return engine.service.itemOf(begin(method, path, body).exchange);
};

describe('What a request is about', () => {
  it.each([
    ['POST', '/users', { identifier: 42 }, 'user "42"', 'user 42'],
    ['POST', '/users', { email: 'Ada@Example.com' }, 'user "Ada@Example.com"', 'address ada@example.com'],
    ['DELETE', '/users/user-1', '', 'user "user-1"', 'user user-1'],
    ['POST', '/companies', { identifier: 'company-1' }, 'company "company-1"', 'company company-1'],
    [
      'POST',
      '/relationships',
      { user: 'user-1', company: 'company-1' },
      'user "user-1" in company "company-1"',
      'user user-1',
    ],
    [
      'POST',
      '/events',
      { name: 'paid', user: { identifier: 'user-1' } },
      'event "paid" of user "user-1"',
      'user user-1',
    ],
    [
      'POST',
      '/events',
      { name: 'paid', company: 'company-1' },
      'event "paid" of company "company-1"',
      'company company-1',
    ],
    ['POST', '/events', {}, 'event without a name', null],
    [
      'POST',
      '/messages',
      { template: 'welcome', user: 'user-1' },
      'message "welcome" of user "user-1"',
      'user user-1',
    ],
    ['POST', '/messages', { subject: 'Hello', to: 'ada@example.com' }, 'message "Hello"', null],
    ['POST', '/users', '{', 'a body that cannot be read', null],
    ['GET', '/nowhere', '', 'a request to an unknown path', null],
  ] as const)('%s %s %j is %s', (method, path, body, label, subject) => {
    expect(itemOf(method, path, body)).toMatchObject({ label, subject });
  });

  it('is cut short, and says on one line what has several', () => {
    expect(itemOf('POST', '/users', { identifier: `a\nb${'c'.repeat(100)}` }).label).toBe(
      `user "a\\nb${'c'.repeat(77)}…"`,
    );
  });

  it('is the payload as it is stored, with what stood in the path', () => {
    expect(itemOf('DELETE', '/relationships/user-1/company-1', '').payload).toEqual(
      itemOf('DELETE', '/relationships', { User: 'user-1', Company: 'company-1' }).payload,
    );
  });

  it.each([
    ['/users', { identifier: 'a' }, { isState: true, isDated: false, isRepeatable: true }],
    ['/events', { name: 'a', user: 'a' }, { isState: false, isDated: false, isRepeatable: true }],
    [
      '/events',
      { name: 'a', occuredAt: '2026-11-23' },
      { isState: false, isDated: true, isRepeatable: true },
    ],
    ['/messages', { template: 'a' }, { isState: false, isDated: false, isRepeatable: false }],
  ])('%s %j has a nature', (path, body, nature) => {
    expect(itemOf('POST', path, body)).toMatchObject(nature);
  });
});
