import {
  armFault,
  changeSettings,
  createUserlistEngine,
  expectExactly,
  steerClock,
} from '@understudy/mock-server';
import { beforeEach, expect, it } from 'vitest';

const engine = createUserlistEngine({ delays: 'skip' });

const post = (path: string, body: unknown, key = 'my-key', signal?: AbortSignal): Promise<Response> =>
  engine.handle(
    new Request(`https://push.userlist.com${path}`, {
      method: 'POST',
      headers: { Authorization: `Push ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    }),
  );
const user = { identifier: 'user-1' };

beforeEach(() => engine.reset(['state', 'journal', 'faults', 'clock', 'limits', 'settings']));

it('401: the key is wrong', async () => {
  expect((await post('/users', user, 'my-key+401')).status).toBe(401);
});

it('403: the plan has no companies', async () => {
  changeSettings(engine, 'my-key', { features: { companies: false } });
  expect((await post('/users', { ...user, company: 'company-1' })).status).toBe(403);
});

it('413: the body is too large', async () => {
  const answer = await post('/users', { ...user, properties: { notes: 'x'.repeat(102_400) } });
  expect(answer.status).toBe(413);
});

it('422: the payload is invalid', async () => {
  const answer = await post('/events', { name: 'project_created' });
  expect([answer.status, (await answer.json()).errors]).toEqual([422, ['User must exist']]);
});

it('429: the limit is reached, and a minute later it is not', async () => {
  steerClock(engine, { mode: 'frozen' });
  for (let sent = 0; sent < 1000; sent += 1) expect((await post('/users', user)).status).toBe(202);
  const refused = await post('/users', user);
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60']);
  steerClock(engine, { advance_ms: 60_000 });
  expect((await post('/users', user)).status).toBe(202);
});

it('5xx: the next two fail', async () => {
  armFault(engine, { operation: 'pushUser', times: 2, effect: { status: 503 } });
  const statuses = [];
  for (let sent = 0; sent < 3; sent += 1) statuses.push((await post('/users', user)).status);
  expect(statuses).toEqual([503, 503, 202]);
});

it('time-out: no answer comes', async () => {
  armFault(engine, { times: 1, effect: { hold: true } });
  const patience = new AbortController();
  const answer = post('/users', user, 'my-key', patience.signal);
  patience.abort();
  await expect(answer).rejects.toThrow('aborted');
});

it('reset: the connection is closed before anything is applied', async () => {
  armFault(engine, { times: 1, effect: { hang_up: 'before' } });
  await expect(post('/users', user)).rejects.toThrow(TypeError);
});

it('duplicate: it was applied, but the answer was lost', async () => {
  armFault(engine, { times: 1, effect: { hang_up: 'after' } });
  const event = { name: 'project_created', user: 'user-1' };
  await expect(post('/events', event)).rejects.toThrow(TypeError);
  expect((await post('/events', event)).status).toBe(202);
  expectExactly(engine, 2, { operation: 'pushEvent', status: 202 });
});

it('slow: the answer comes late', async () => {
  armFault(engine, { times: 1, effect: { delay_ms: 3000 } });
  expect((await post('/users', user)).status).toBe(202);
  expect([...engine.journal.entries()].at(-1)?.injectedMs).toBe(3000);
});
