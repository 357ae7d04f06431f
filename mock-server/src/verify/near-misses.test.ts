import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';
import type { Exchange } from '../engine/exchange.ts';
import { decodeMatcher } from './decode-matcher.ts';
import { createExchangeReader } from './exchange-reader.ts';
import type { Matcher } from './matcher.ts';
import { findNearMisses } from './near-misses.ts';

const create = () => {
  const fixture = createFixture({ rateLimit: 'off' });
  const { engine } = fixture;
  const read: string[] = [];
  const reader = createExchangeReader({
    ...engine.service,
    itemOf: (exchange: Exchange) => {
      read.push(exchange.id);
      return engine.service.itemOf(exchange);
    },
  });
  const nearest = (matcher: Matcher<never> | Matcher) => {
    const criteria = decodeMatcher(
      { ...engine, operations: engine.operations as readonly string[] },
      matcher,
    );
    return findNearMisses(reader, criteria, engine.journal.entries()).map(({ exchange, differences }) => ({
      id: exchange.id,
      paths: differences.map(({ path }) => path),
    }));
  };
  return { ...fixture, read, nearest };
};

describe('what came closest', () => {
  it('is what differs in the least, and of equals the newest, three at most', () => {
    const { push, nearest } = create();
    const properties = { plan: 'pro', seats: 3, region: 'eu' };
    const one = push('dev', 'POST', '/users', { identifier: 7, properties: { ...properties, plan: 'x' } });
    push('dev', 'POST', '/users', { identifier: 7 });
    const three = push('dev', 'POST', '/users', { identifier: 7, properties: { plan: 'x' } });
    const other = push('dev', 'POST', '/users', { identifier: 7, properties: { ...properties, plan: 'y' } });
    push('dev', 'POST', '/companies', { identifier: 7, properties });
    expect(nearest({ operation: 'pushUser', body: { identifier: 7, properties } })).toEqual([
      { id: other.id, paths: ['/body/properties/plan'] },
      { id: one.id, paths: ['/body/properties/plan'] },
      { id: three.id, paths: ['/body/properties/plan', '/body/properties/seats', '/body/properties/region'] },
    ]);
  });

  it('takes a part that is missing for as far away as all that should be in it', () => {
    const { push, nearest } = create();
    const two = push('dev', 'POST', '/users', { identifier: 1, properties: { a: 0, b: 0, c: 3 } });
    const missing = push('dev', 'POST', '/users', { identifier: 1 });
    expect(nearest({ body: { properties: { a: 1, b: 2, c: 3 } } })).toEqual([
      { id: two.id, paths: ['/body/properties/a', '/body/properties/b'] },
      { id: missing.id, paths: ['/body/properties'] },
    ]);
  });

  it('names places that hold nothing, and diagnostics that are others', () => {
    const { push, engine } = create();
    const exchange = push('dev', 'POST', '/users', { identifier: 1, properties: { 'Plan Name': 'pro' } });
    const criteria = decodeMatcher(engine, {
      has: ['/properties/plan name', '/email'],
      diagnostic: 'shared-email',
    });
    expect(findNearMisses(createExchangeReader(engine.service), criteria, engine.journal.entries())).toEqual([
      {
        exchange,
        differences: [
          { path: '/has/1', expected: '/email' },
          { path: '/diagnostic', expected: 'shared-email', actual: ['renamed-key'] },
        ],
      },
    ]);
  });

  it('is compared as what matches is: the name of an event may be spelt as it is stored', () => {
    const { push, nearest } = create();
    const { id } = push('dev', 'POST', '/events', { name: 'Project Created', user: 1, nickname: 'Ada' });
    expect(nearest({ body: { name: 'projectCreated', user: 2 } })).toEqual([{ id, paths: ['/body/user'] }]);
    expect(nearest({ diagnostic: 'shared-email' })).toEqual([{ id, paths: ['/diagnostic'] }]);
    expect(nearest({ diagnostic: 'unknown-attribute' })).toEqual([]);
  });

  it('is nothing that matches', () => {
    const { push, nearest } = create();
    push('dev', 'POST', '/users', { identifier: 1 });
    const other = push('dev', 'POST', '/users', { identifier: 2 });
    expect(nearest({ body: { identifier: 1 } })).toEqual([{ id: other.id, paths: ['/body/identifier'] }]);
  });

  it('is of another account, or too early, only when nothing else is wrong with it', () => {
    const { push, nearest } = create();
    const early = push('mine', 'POST', '/users', { identifier: 1 });
    push('mine', 'POST', '/users', { identifier: 2 });
    const theirs = push('theirs', 'POST', '/users', { identifier: 1 });
    push('theirs', 'POST', '/users', { identifier: 2 });
    push('theirs', 'POST', '/events', { name: 'e', user: 1 });
    const since = push('theirs', 'POST', '/companies', { identifier: 1 }).id;
    push('theirs', 'POST', '/users', { identifier: 3 });
    const late = push('theirs', 'POST', '/users', { identifier: 1 });
    const asked = { account: 'mine', operation: 'pushUser', body: { identifier: 1 } };
    expect(nearest({ ...asked, since })).toEqual([
      { id: early.id, paths: ['/since'] },
      { id: late.id, paths: ['/account'] },
    ]);
    expect(nearest({ ...asked, status: 422 })[0]).toEqual({ id: early.id, paths: ['/status'] });
    expect(
      nearest({ account: 'nobody', body: { identifier: 1 }, operation: 'pushUser' }).map(({ id }) => id),
    ).toEqual([late.id, theirs.id, early.id]);
  });

  it('is of another account behind what the account itself sent, and not where that differs less', () => {
    const { push, nearest } = create();
    const theirs = push('theirs', 'POST', '/users', { identifier: 1 });
    const event = push('mine', 'POST', '/events', { name: 'e', user: 1 });
    const asked = { account: 'mine', operation: 'pushUser', body: { identifier: 1 } };
    expect(nearest(asked)).toEqual([
      { id: event.id, paths: ['/operation', '/body/identifier'] },
      { id: theirs.id, paths: ['/account'] },
    ]);
    const mine = push('mine', 'POST', '/users', { identifier: 2 });
    expect(nearest(asked)).toEqual([
      { id: mine.id, paths: ['/body/identifier'] },
      { id: event.id, paths: ['/operation', '/body/identifier'] },
    ]);
    expect(nearest({ ...asked, account: 'nobody' })).toEqual([{ id: theirs.id, paths: ['/account'] }]);
  });

  it('may have come without a key, whatever else is wrong with it', () => {
    const { push, nearest } = create();
    const keyless = push('undefined', 'POST', '/users', { identifier: 1 });
    expect(nearest({ account: 'mine', status: 202, body: { identifier: 1 } })).toEqual([
      { id: keyless.id, paths: ['/account', '/status'] },
    ]);
  });

  it('is looked for without reading what is further away already', () => {
    const { push, nearest, read } = create();
    for (let number = 0; number < 50; number += 1)
      push('dev', 'POST', '/events', { name: 'e', user: number });
    const users = [1, 2, 3].map((identifier) => push('dev', 'POST', '/users', { identifier }).id);
    expect(nearest({ operation: 'pushUser', body: { identifier: 9 } })).toHaveLength(3);
    expect(read.toSorted()).toEqual(users);
  });

  it('is looked for without reading what others sent that differs already', () => {
    const { push, nearest, read } = create();
    push('theirs', 'POST', '/events', { name: 'e', user: 1 });
    const theirs = push('theirs', 'POST', '/users', { identifier: 1 });
    expect(nearest({ account: 'mine', operation: 'pushUser', body: { identifier: 1 } })).toHaveLength(1);
    expect(read).toEqual([theirs.id]);
  });

  it('is looked for in so many exchanges and so many bytes only', () => {
    const { push, nearest, read } = create();
    for (let number = 0; number < 1200; number += 1) push('dev', 'POST', '/users', { identifier: number });
    expect(nearest({ body: { identifier: 'none' } })).toHaveLength(3);
    expect(read.length).toBeGreaterThan(900);
    expect(read.length).toBeLessThanOrEqual(1000);
    const text = 'x'.repeat(90_000);
    for (let number = 0; number < 100; number += 1)
      push('dev', 'POST', '/users', { identifier: number, properties: { text } });
    read.length = 0;
    expect(nearest({ body: { identifier: 'none' } })).toHaveLength(3);
    expect(read.length).toBeLessThan(50);
  });
});
