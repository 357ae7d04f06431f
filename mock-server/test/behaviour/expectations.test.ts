import { expect, it } from 'vitest';
import { expectExactly, expectExchange, expectNoExchange, waitForExchange } from '../../src/index.ts';
import { describeThroughDoors } from '../stand-in.ts';

describeThroughDoors('what was sent can be expected', (standIn) => {
  it('as it was sent and as it is stored, accepted or refused', async () => {
    await standIn.post('/users', '{"Identifier":"user-1","Properties":{"Plan Name":"pro","seats":3}}');
    await standIn.post('/users', '{"identifier":', { key: 'broken' });
    await standIn.post('/events', { name: 'e' });
    const { engine } = standIn;
    for (const planName of ['planName', 'plan_name', 'Plan Name'])
      expectExchange(engine, { status: 202, body: { properties: { [planName]: 'pro' } } });
    expect(expectExchange(engine, { has: ['/Properties/SEATS'] }).body).toEqual({
      identifier: 'user-1',
      properties: { plan_name: 'pro', seats: 3 },
    });
    expectNoExchange(engine, { body: { properties: { seats: '3' } } });
    expectExactly(engine, 1, { account: 'broken', operation: 'pushUser', status: 400 });
    expectNoExchange(engine, { account: 'broken', has: [''] });
    const { exchange } = expectExchange(engine, { operation: 'pushEvent', status: 422 });
    expect(exchange.texts).toEqual(['User must exist']);
  });

  it('and waited for', async () => {
    const waited = waitForExchange(standIn.engine, { account: 'dev', body: { identifier: 2 } });
    for (const identifier of [1, 2]) await standIn.post('/users', { identifier });
    expect((await waited).exchange).toBe(standIn.lastExchange());
  });
});
