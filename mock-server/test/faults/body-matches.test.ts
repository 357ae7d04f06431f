import { checks } from '@understudy/openapi/checks';
import { contract } from '@understudy/openapi/contract';
import { describe, expect, it, vi } from 'vitest';
import type { Call } from '../../src/engine/call.ts';
import { createManualClock } from '../../src/engine/clock.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { createIds } from '../../src/engine/ids.ts';
import { createUserlistService } from '../../src/services/userlist/service.ts';
import type { World } from '../../src/services/userlist/world/world.ts';
import { answerNow } from '../answer-now.ts';
import { toBytes } from '../stand-in.ts';

/** An engine that counts how often a body is read. */
function open(): {
  engine: Engine<World>;
  read: ReturnType<typeof vi.fn>;
  push: (body: string) => number | null;
} {
  const service = createUserlistService({ contract, checks, keys: [] });
  const read = vi.fn();
  const engine = createEngine<World>({
    service: {
      ...service,
      route(call) {
        const route = service.route(call);
        if (route === null) return null;
        read.mockImplementation(route.operation.read);
        return { ...route, operation: { ...route.operation, read } };
      },
    },
    clock: createManualClock(0),
    ids: createIds(),
    elapsed: () => 0,
    sha256: () => '0'.repeat(64),
    keys: [],
    settings: { rate: null, rateLimit: 'off', rateHeaders: false, features: {}, lists: {} },
    journal: { mostExchanges: 10, mostBytes: 1_000_000 },
    mostAccounts: 10,
    mostFaults: 10,
    mostSettingsBytes: 10_000,
    strict: false,
    store: null,
    defer: (callback) => callback(),
    timer: () => () => undefined,
  });
  const push = (body: string): number | null => {
    const bytes = toBytes(body);
    const call: Call = {
      method: 'POST',
      target: '/users',
      host: 'localhost',
      headers: { authorization: 'Push dev' },
      rawHeaders: ['Authorization', 'Push dev'],
      bytes,
      size: bytes.byteLength,
      complete: true,
      receivedAt: 0,
      door: 'test',
    };
    read.mockClear();
    return answerNow(engine, call).exchange.status;
  };
  return { engine, read, push };
}

describe('a body', () => {
  it('is read once where no fault looks at bodies', () => {
    const { engine, read, push } = open();
    push('{"identifier":1}');
    expect(read).toHaveBeenCalledTimes(1);
    engine.faults.arm({ name: 'late', from: 3, effect: { headers: { 'X-A': 'b' } } });
    push('{"identifier":1}');
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is not read at all where a fault ends the request without looking at it', () => {
    const { engine, read, push } = open();
    engine.faults.arm({ effect: { status: 503 } });
    expect(push('{"identifier":1}')).toBe(503);
    expect(read).not.toHaveBeenCalled();
  });

  it('is read early, and once for all faults, where one looks at it', () => {
    const { engine, read, push } = open();
    for (const identifier of ['a', 'b', 'c'])
      engine.faults.arm({ name: identifier, match: { body: { identifier } }, effect: { status: 503 } });
    expect(push('{"identifier":"c"}')).toBe(503);
    expect(read).toHaveBeenCalledTimes(1);
    // Once for the faults, and once for what it wants.
    expect(push('{"identifier":"d"}')).toBe(202);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is not read for a fault of another operation, another account, or one that is used up', () => {
    const { engine, read, push } = open();
    const body = { identifier: 1 };
    engine.faults.arm({ name: 'a', operation: 'pushEvent', match: { body }, effect: { status: 503 } });
    engine.faults.arm({
      name: 'b',
      account: `acct_${'1'.repeat(12)}`,
      match: { body },
      effect: { status: 503 },
    });
    engine.faults.arm({ name: 'c', match: { path: '/events', body }, effect: { status: 503 } });
    push('{"identifier":1}');
    expect(read).toHaveBeenCalledTimes(1);
    engine.faults.arm({ name: 'd', times: 1, match: { body }, effect: { status: 503 } });
    expect([push('{"identifier":1}'), push('{"identifier":1}')]).toEqual([503, 202]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('that cannot be read matches nothing, and does not count as offered', () => {
    const { engine, push } = open();
    engine.faults.arm({ match: { body: {} }, effect: { status: 503 } });
    expect([push('{'), push('\ufeff{}'), push('{"a":1,}')]).toEqual([400, 400, 400]);
    expect(engine.faults.list()).toMatchObject([{ offered: 0 }]);
    expect(push('')).toBe(503);
  });
});
