import { describe, expect, it } from 'vitest';
import { createFixture, toBytes, toCall } from '../../test/desk/desk-fixture.ts';
import type { Exchange } from '../engine/exchange.ts';
import { createDesk } from './desk.ts';

const WAIT = '/_control/exchanges/wait';

describe('waiting for what a matcher describes', () => {
  const order = {
    account: 'dev',
    operation: 'pushEvent',
    body: { properties: { plan: 'pro' } },
    has: ['/User'],
  };

  it('answers as soon as as many match', async () => {
    const { push, ask, time } = createFixture();
    const sent = (plan: string) =>
      push('dev', 'POST', '/events', { name: 'e', user: 1, properties: { Plan: plan } });
    const first = sent('pro');
    const waited = ask('POST', WAIT, { json: { ...order, diagnostic: 'renamed-key', count: 2 } });
    sent('trial');
    push('dev', 'POST', '/events', { name: 'e', company: 1, properties: { Plan: 'pro' } });
    push('dev', 'POST', '/events', { name: 'e', user: 1, properties: { plan: 'pro' } });
    push('other', 'POST', '/events', { name: 'e', user: 1, properties: { Plan: 'pro' } });
    expect(time.pending).toBe(1);
    const second = sent('pro');
    const { status, json } = await waited;
    expect([status, json.items.map(({ id }) => id)]).toEqual([200, [first.id, second.id]]);
    expect((await ask('POST', WAIT, { json: order })).json.items.map(({ id }) => id)).toEqual([first.id]);
    expect(time.pending).toBe(0);
  });

  it('gives up in time and says what came instead, what came closest and where that differs', async () => {
    const { push, ask, time, engine } = createFixture();
    const waited = ask('POST', WAIT, { json: { ...order, timeout_ms: 300 } });
    push('dev', 'POST', '/events', { name: 'e', user: 1, properties: { plan: 'trial' } });
    push('dev', 'POST', '/users', { identifier: 1 });
    time.advance(300);
    const { status, json } = await waited;
    expect([status, json.error.code, json.error.path]).toEqual([408, 'wait_timed_out', null]);
    const handle = engine.accounts.named('dev')?.handle;
    expect(json.error.message).toBe(
      `0 of 1 exchanges with operation pushEvent, body {"properties":{"plan":"pro"}} and anything at /user of ${handle} came within 300 ms. ` +
        'Instead came: 1 × pushEvent 202, 1 × pushUser 202. ' +
        'Closest is ex_0000000001 (pushEvent 202): /body/properties/plan is "trial", not "pro". ' +
        'Next is ex_0000000002 (pushUser 202): /operation is "pushUser", not "pushEvent"; /body/properties is missing, not {"plan":"pro"}; it has nothing at /user.',
    );
  });

  it('waits for anything, five seconds long, when nothing is said or null', async () => {
    const { ask, time, push } = createFixture();
    for (const more of [{}, { json: { count: null, timeout_ms: null, body: null, has: null } }]) {
      const waited = ask('POST', WAIT, more);
      time.advance(4999);
      expect(time.pending).toBe(1);
      time.advance(1);
      expect((await waited).json.error.message).toBe(
        '0 of 1 exchanges came within 5000 ms. Nothing else came.',
      );
    }
    const waited = ask('POST', WAIT);
    push('dev', 'POST', '/users', {});
    expect((await waited).status).toBe(200);
  });

  it.each([
    [{ has: ['a'] }, '/has/0'],
    [{ count: 0 }, '/count'],
    [{ timeout_ms: 600_001 }, '/timeout_ms'],
    [{ since: 'x' }, '/since'],
    [{ since: 'ex_0000000001' }, '/since'],
    [{ exactly: 1 }, '/exactly'],
  ])('refuses %j', async (json, path) => {
    const { ask, time } = createFixture();
    const answer = await ask('POST', WAIT, { json });
    expect([answer.status, answer.json.error.path, time.pending]).toEqual([400, path, 0]);
  });

  it('has an exchange read once, however many wait for its body', async () => {
    const fixture = createFixture();
    const read: string[] = [];
    const { service } = fixture.engine;
    const itemOf = (exchange: Exchange) => {
      read.push(exchange.id);
      return service.itemOf(exchange);
    };
    const engine = { ...fixture.engine, service: { ...service, itemOf } };
    const desk = createDesk({ engine, version: '1', timer: fixture.time.timer });
    const bytes = toBytes({ account: 'dev', body: { identifier: 2 } });
    const waits = Array.from({ length: 50 }, () =>
      desk.answer(toCall({ method: 'POST', target: WAIT, bytes })),
    );
    fixture.push('other', 'POST', '/users', { identifier: 1 });
    fixture.push('dev', 'POST', '/users', { identifier: 1 });
    expect(read).toEqual(['ex_0000000002']);
    fixture.push('dev', 'POST', '/users', { identifier: 2 });
    expect(read).toEqual(['ex_0000000002', 'ex_0000000003']);
    for (const wait of waits) expect((await wait).status).toBe(200);
  });

  it('counts among the thousand that may wait, and ends with the desk', async () => {
    const { ask, desk } = createFixture();
    const waits = Array.from({ length: 1000 }, () => desk.answer(toCall({ method: 'POST', target: WAIT })));
    expect((await ask('POST', WAIT, { json: order })).json.error.code).toBe('too_many_waits');
    expect((await ask('GET', WAIT)).json.error.code).toBe('too_many_waits');
    desk.close();
    for (const wait of waits) expect((await wait).status).toBe(503);
    expect((await ask('POST', WAIT)).json.error.code).toBe('stopping');
  });
});
