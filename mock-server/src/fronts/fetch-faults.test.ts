import { mock } from 'node:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { viewAll } from '../../test/stand-in.ts';
import { createUserlistEngine, type FaultEffect, type UserlistEngineOptions } from '../index.ts';

const BODY = 'twenty bytes of body';

function setUp(effect: FaultEffect, options: UserlistEngineOptions = {}) {
  const engine = createUserlistEngine(options);
  const fault = engine.faults.arm({ effect });
  const push = (init: RequestInit = {}) =>
    engine.handle(
      new Request('http://localhost/users', {
        method: 'POST',
        headers: { authorization: 'Push k', 'content-type': 'application/json' },
        body: '{"identifier":"u"}',
        ...init,
      }),
    );
  const exchange = () => [...engine.journal.entries()][0];
  return { engine, fault, push, exchange };
}

/** Reads a body to its end or failure. */
async function drink(response: Response): Promise<{ text: string; error: unknown }> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  try {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
      text += decoder.decode(part.value, { stream: true });
    return { text, error: null };
  } catch (error) {
    return { text, error };
  }
}

describe('The fetch front, when a fault hangs up,', () => {
  it('rejects as fetch does, with nothing applied before', async () => {
    const { engine, push, exchange, fault } = setUp({ hang_up: 'before' });
    await expect(push()).rejects.toThrow(TypeError);
    expect(exchange()).toMatchObject({ status: null, delivered: 'none' });
    expect(viewAll(engine, 'users', 'k')).toEqual([]);
    expect(fault.delivered).toBe(1);
  });

  it('rejects with all applied after', async () => {
    const { engine, push, exchange } = setUp({ hang_up: 'after' });
    await expect(push()).rejects.toThrow('the server hung up');
    expect(exchange()).toMatchObject({ status: 202, delivered: 'none' });
    expect(viewAll(engine, 'users', 'k')).toHaveLength(1);
  });

  it('rejects the same way on garbage', async () => {
    const { push, exchange, fault } = setUp({ garbage: true });
    await expect(push()).rejects.toThrow(new TypeError('fetch failed: what the server sent is no HTTP'));
    expect(exchange()).toMatchObject({ status: 202, delivered: 'none' });
    expect(fault.delivered).toBe(1);
  });
});

describe('The fetch front gives a body', () => {
  it.each([0, 1, 19])('that fails after %i bytes when it is cut there', async (at) => {
    const { push, exchange, fault } = setUp({ status: 503, body: BODY, truncate_at: at });
    const response = await push();
    expect([response.status, response.headers.get('content-length')]).toEqual([503, '20']);
    expect(exchange()).toMatchObject({ delivered: 'partial', deliveredBytes: at });
    const { text, error } = await drink(response);
    expect(text).toBe(BODY.slice(0, at));
    expect(error).toBeInstanceOf(TypeError);
    expect(fault.delivered).toBe(1);
  });

  it.each([20, 21])('that is whole when it is cut after %i bytes, of which it has twenty', async (at) => {
    const { push, exchange, fault } = setUp({ status: 503, body: BODY, truncate_at: at });
    expect(await drink(await push())).toEqual({ text: BODY, error: null });
    expect(exchange()).toMatchObject({ delivered: 'full', deliveredBytes: 20 });
    expect(fault.delivered).toBe(1);
  });

  it('that fails at its end when more of it was announced', async () => {
    const { push, exchange } = setUp({ status: 503, body: BODY, content_length: 21 });
    const response = await push();
    expect(response.headers.get('content-length')).toBe('21');
    const { text, error } = await drink(response);
    expect([text, error instanceof TypeError]).toEqual([BODY, true]);
    expect(exchange()).toMatchObject({ delivered: 'full', deliveredBytes: 20 });
  });

  it('of which nobody takes more than was announced', async () => {
    const { push, exchange } = setUp({ status: 503, body: BODY, content_length: 6 });
    const response = await push();
    expect(response.headers.get('content-length')).toBe('6');
    expect(await drink(response)).toEqual({ text: 'twenty', error: null });
    expect(exchange()).toMatchObject({ delivered: 'full', deliveredBytes: 20 });
  });

  it('that fails even if there is none, when one was announced', async () => {
    const { push } = setUp({ content_length: 1 });
    const response = await push();
    expect(response.status).toBe(202);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  it('of no status that has none', async () => {
    const { push, exchange } = setUp({ status: 204, content_length: 3, truncate_at: 2 });
    const response = await push();
    expect([response.status, response.body]).toEqual([204, null]);
    expect(exchange()).toMatchObject({ delivered: 'full', deliveredBytes: 0 });
  });
});

describe('The fetch front, when a fault holds,', () => {
  it('resolves when it is cleared', async () => {
    const { engine, push, exchange, fault } = setUp({ hold: true }, { delays: 'skip' });
    const pushed = push();
    await vi.waitUntil(() => fault.held.size === 1);
    expect(exchange()).toMatchObject({ delivered: 'pending' });
    engine.faults.clear();
    expect((await pushed).status).toBe(503);
    expect(exchange()).toMatchObject({ delivered: 'full' });
  });

  it('rejects with the reason of the signal, and holds nothing any more', async () => {
    const sender = new AbortController();
    const { push, exchange, fault } = setUp({ hold: true });
    const pushed = push({ signal: sender.signal });
    await vi.waitUntil(() => fault.held.size === 1);
    sender.abort(new Error('had enough'));
    await expect(pushed).rejects.toThrow('had enough');
    expect(exchange()).toMatchObject({ delivered: 'none', deliveredBytes: 0 });
    expect(fault.held.size).toBe(0);
  });
});

describe('The fetch front, under fake timers,', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('resolves when the delay is over', async () => {
    const { push, exchange, engine } = setUp({ delay_ms: 2000 });
    let status = 0;
    const pushed = push().then((response) => {
      status = response.status;
    });
    await vi.advanceTimersByTimeAsync(1999);
    expect([status, viewAll(engine, 'users', 'k').length]).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(1);
    await pushed;
    expect(status).toBe(202);
    expect(exchange()).toMatchObject({ delivered: 'full', injectedMs: 2000 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hangs up when the delay before that is over', async () => {
    const { push } = setUp({ delay_ms: 10, hang_up: 'after' });
    const pushed = expect(push()).rejects.toThrow(TypeError);
    await vi.advanceTimersByTimeAsync(10);
    await pushed;
  });

  it('rejects with the reason of the signal during the delay, and leaves no timer', async () => {
    const sender = new AbortController();
    const { push, exchange, fault } = setUp({ delay_ms: 2000 });
    const pushed = expect(push({ signal: sender.signal })).rejects.toThrow('had enough');
    await vi.advanceTimersByTimeAsync(1000);
    sender.abort(new Error('had enough'));
    await pushed;
    expect(exchange()).toMatchObject({ status: 202, delivered: 'none' });
    expect([vi.getTimerCount(), fault.fired, fault.delivered]).toEqual([0, 1, 0]);
  });

  it('gives a slow body in pieces, whether they are read at once or later', async () => {
    const { push, exchange } = setUp({ status: 503, body: BODY, bytes_per_second: 80 });
    const response = await push();
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = reader?.read();
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toEqual({ done: false, value: BODY.slice(0, 8) });
    await vi.advanceTimersByTimeAsync(149);
    expect(exchange()).toMatchObject({ delivered: 'pending' });
    await vi.advanceTimersByTimeAsync(1);
    expect(exchange()).toMatchObject({ delivered: 'full', deliveredBytes: 20 });
    expect((await reader?.read())?.value).toBe(BODY.slice(8, 16));
    expect((await reader?.read())?.value).toBe(BODY.slice(16));
    expect((await reader?.read())?.done).toBe(true);
  });

  it('cuts a slow body behind its last byte', async () => {
    const { push, exchange } = setUp({ status: 503, body: BODY, bytes_per_second: 10, truncate_at: 2 });
    const drunk = push().then(drink);
    await vi.advanceTimersByTimeAsync(200);
    expect(await drunk).toEqual({ text: 'tw', error: expect.any(TypeError) });
    expect(exchange()).toMatchObject({ delivered: 'partial', deliveredBytes: 2 });
  });

  it('tells of the cut even those who asked for more at once', async () => {
    const { push } = setUp({ status: 503, body: BODY, bytes_per_second: 10, truncate_at: 1 });
    const reader = (await push()).body?.getReader();
    const reads = Promise.allSettled([reader?.read(), reader?.read()]);
    await vi.advanceTimersByTimeAsync(100);
    expect((await reads).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it.each(['signal', 'reader'])('ends a slow body when its %s has enough', async (who) => {
    const sender = new AbortController();
    const { push, exchange, fault } = setUp({ status: 503, body: BODY, bytes_per_second: 10 });
    const response = await push({ signal: sender.signal });
    await vi.advanceTimersByTimeAsync(300);
    if (who === 'reader') await response.body?.cancel();
    else {
      sender.abort(new Error('had enough'));
      await expect(response.text()).rejects.toThrow('had enough');
    }
    expect(exchange()).toMatchObject({ delivered: 'partial', deliveredBytes: 3 });
    expect([vi.getTimerCount(), fault.delivered]).toEqual([0, 0]);
  });

  it('waits for nothing when delays are skipped', async () => {
    const effect = { delay_ms: 60_000, status: 503, body: BODY, bytes_per_second: 1 };
    const { push, exchange } = setUp(effect, { delays: 'skip' });
    expect(await drink(await push())).toEqual({ text: BODY, error: null });
    expect(exchange()).toMatchObject({ delivered: 'full' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

it("The fetch front goes by node:test's fake timers, though they came after it", async () => {
  const { push, exchange } = setUp({ delay_ms: 5000 });
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const pushed = push();
    await vi.waitUntil(() => exchange() !== undefined, { interval: 0 });
    mock.timers.tick(5000);
    expect((await pushed).status).toBe(202);
  } finally {
    mock.timers.reset();
  }
});
