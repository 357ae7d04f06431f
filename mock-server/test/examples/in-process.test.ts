import { createManualClock, createUserlistEngine } from '@understudy/mock-server';
import { expect, it } from 'vitest';

it('lets a key in again when its window is over', async () => {
  const clock = createManualClock(Date.parse('2026-01-12T08:00:00Z'));
  const engine = createUserlistEngine({ clock, rateLimit: '1/60s' });
  const push = (user: object) =>
    engine.handle(
      new Request('http://localhost/users', {
        method: 'POST',
        headers: { Authorization: 'Push my-key', 'Content-Type': 'application/json' },
        body: JSON.stringify(user),
      }),
    );

  expect((await push({ identifier: 'user-1', nickname: 'Ada' })).status).toBe(202);

  const refused = await push({ identifier: 'user-2' });
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60']);

  clock.advance(60_000);
  expect((await push({ identifier: 'user-2' })).status).toBe(202);

  const [first, ...others] = [...engine.journal.entries()];
  expect(others.map(({ status }) => status)).toEqual([429, 202]);
  expect(first && engine.service.explain(first)).toMatchObject({
    changes: [{ kind: 'created', resource: 'user', key: 'user-1' }],
    diagnostics: [{ code: 'unknown-attribute', path: '/nickname' }],
  });
});
