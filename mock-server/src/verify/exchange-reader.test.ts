import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';
import { body as anyBody } from '../../test/generated-bodies.ts';
import { toExchange } from '../../test/sample-exchange.ts';
import type { Exchange } from '../engine/exchange.ts';
import { createExchangeReader } from './exchange-reader.ts';
import { expectExchange, expectNoExchange } from './expect-exchange.ts';

describe('reading an exchange again', () => {
  it('is done once for many who ask for the same one after the other', () => {
    const { engine, push } = createFixture();
    const [a, b] = [1, 2].map((identifier) => push('dev', 'POST', '/users', { identifier }));
    const read: (string | undefined)[] = [];
    const reader = createExchangeReader({
      ...engine.service,
      itemOf: (exchange: Exchange) => {
        read.push(exchange.id);
        return engine.service.itemOf(exchange);
      },
    });
    for (const exchange of [a, a, b, b, a]) if (exchange !== undefined) reader.bodyOf(exchange);
    expect(read).toEqual([a?.id, b?.id, a?.id]);
  });

  it('gives no body where the service fails at it', () => {
    const { service } = createFixture().engine;
    const itemOf = () => {
      throw new Error('cannot be read');
    };
    const reader = createExchangeReader({ ...service, itemOf });
    expect(reader.bodyOf(toExchange('a', { operation: 'pushUser' }))).toBeUndefined();
  });

  it('takes the name of an event for what it is stored as, and no other name', () => {
    const { engine, push } = createFixture();
    push('dev', 'POST', '/events', { name: 'Project Created', user: 1, properties: { name: 'My Name' } });
    push('dev', 'POST', '/companies', { identifier: 1, name: 'Big Company' });
    for (const name of ['Project Created', 'project_created', 'ProjectCreated'])
      expectExchange(engine, { operation: 'pushEvent', body: { name } });
    expectNoExchange(engine, { body: { name: 'project_deleted' } });
    expectExchange(engine, { body: { properties: { name: 'My Name' } } });
    expectNoExchange(engine, { body: { properties: { name: 'my_name' } } });
    expectExchange(engine, { body: { name: 'Big Company' } });
    expectNoExchange(engine, { body: { name: 'big_company' } });
  });

  it('takes what stood in the path for a part of the body', () => {
    const { engine, push } = createFixture();
    const exchange = push('dev', 'DELETE', '/users/user-1');
    expect(expectExchange(engine, { body: { identifier: 'user-1' }, has: ['/identifier'] }).exchange).toBe(
      exchange,
    );
  });

  it('gives the body that is shown, but for those', () => {
    const { engine, push } = createFixture();
    const reader = createExchangeReader(engine.service);
    for (const body of [
      '{"identifier":"12345678901234567890","properties":{"at":0.1234567890123456789}}',
      '{"identifier":12345678901234567890,"properties":{"a":1e400,"b":12345678901234567890,"c":-0,"d":1.0}}',
      '{"identifier":1,"list":[null,{"A B":null},1],"__proto__":{"x":1}}',
      '[1]',
      '',
      '{"identifier":',
      'x'.repeat(102_401),
    ]) {
      const exchange = push('dev', 'POST', '/users', body);
      expect(reader.bodyOf(exchange)).toEqual(reader.explain(exchange).body);
    }
    expect(reader.bodyOf(push('dev', 'POST', '/nowhere', {}))).toBeUndefined();
  });

  it('gives the body that is shown, however odd', () => {
    const { engine, push } = createFixture({ rateLimit: 'off' });
    const reader = createExchangeReader(engine.service);
    let readable = 0;
    fc.assert(
      fc.property(anyBody, (body) => {
        const exchange = push('dev', 'POST', '/users', new TextDecoder('latin1').decode(body));
        const shown = reader.explain(exchange).body;
        if (shown !== undefined) readable += 1;
        expect(reader.bodyOf(exchange)).toEqual(shown);
      }),
      { seed: 20_261_124, numRuns: 300 },
    );
    expect(readable).toBeGreaterThan(50);
  });
});
