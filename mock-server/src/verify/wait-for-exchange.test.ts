import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createFixture, createManualTimer } from '../../test/desk/desk-fixture.ts';
import type { UserlistEngineOptions } from '../userlist.ts';
import { waitForExchange } from './wait-for-exchange.ts';

const create = (options: UserlistEngineOptions = {}) => {
  const fixture = createFixture(options);
  const time = createManualTimer();
  return { ...fixture, time, timer: time.timer };
};

describe('waiting for an exchange in code', () => {
  it('ends at once when it is there', async () => {
    const { engine, push, timer, time } = create();
    const first = push('dev', 'POST', '/users', { identifier: 1 });
    push('dev', 'POST', '/users', { identifier: 2 });
    const found = await waitForExchange(engine, { account: 'dev', operation: 'pushUser' }, { timer });
    expect(found.exchange).toBe(first);
    expect(found.body).toEqual({ identifier: 1 });
    expect(time.pending).toBe(0);
  });

  it('ends with the one that makes it as many as are waited for', async () => {
    const { engine, push, timer, time } = create();
    push('dev', 'POST', '/events', { name: 'Created', user: 1, properties: { Plan: 'pro' } });
    const matcher = { account: 'dev', body: { properties: { plan: 'pro' } }, has: ['/name'] };
    const waited = waitForExchange(engine, matcher, { count: 2, timer });
    push('dev', 'POST', '/events', { name: 'created', user: 1, properties: { plan: 'trial' } });
    push('other', 'POST', '/events', { name: 'created', user: 1, properties: { plan: 'pro' } });
    expect(time.pending).toBe(1);
    const second = push('dev', 'POST', '/events', { name: 'created', user: 2, properties: { plan: 'pro' } });
    expect((await waited).exchange).toBe(second);
    expect(time.pending).toBe(0);
  });

  it('gives up in time and says what came instead and closest', async () => {
    const { engine, push, timer, time } = create();
    const waited = waitForExchange(engine, { body: { identifier: 1 } }, { timer, count: 2, timeoutMs: 200 });
    push('dev', 'POST', '/users', { identifier: 1 });
    push('dev', 'POST', '/users', { identifier: 2 });
    time.advance(199);
    expect(time.pending).toBe(1);
    time.advance(1);
    const error = await waited.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ExpectationError', count: 1, complete: true });
    expect(String(error).split('\n')).toEqual([
      'ExpectationError: 1 of 2 exchanges with body {"identifier":1} came within 200 ms.',
      '  Instead came: 1 × pushUser 202.',
      '  Closest is ex_0000000002 (pushUser 202): /body/identifier is 2, not 1.',
    ]);
  });

  it('waits five seconds unless told otherwise, and not at all for 0', async () => {
    const { engine, timer, time } = create();
    const waited = waitForExchange(engine, {}, { timer });
    time.advance(4999);
    expect(time.pending).toBe(1);
    time.advance(1);
    await expect(waited).rejects.toThrow('0 of 1 exchanges came within 5000 ms.');
    await expect(waitForExchange(engine, {}, { timer, timeoutMs: 0 })).rejects.toThrow('within 0 ms');
    expect(time.pending).toBe(0);
  });

  it('begins anew with a reset of what it has counted, and of nothing else', async () => {
    const { engine, push, timer, time } = create();
    push('dev', 'POST', '/users', { identifier: 1 });
    const waited = waitForExchange(engine, { account: 'dev' }, { timer, count: 2 });
    push('other', 'POST', '/users', { identifier: 1 });
    const [dev, other] = ['dev', 'other'].map((key) => engine.accounts.find(key) ?? undefined);
    engine.reset(['journal'], dev);
    push('dev', 'POST', '/users', { identifier: 2 });
    expect(time.pending).toBe(1);
    engine.reset(['journal'], other);
    engine.reset(['state', 'limits'], dev);
    const last = push('dev', 'POST', '/users', { identifier: 3 });
    expect((await waited).exchange).toBe(last);
  });

  it('still counts what had to make room', async () => {
    const { engine, push, timer } = create({ journal: { mostExchanges: 1 } });
    const waited = waitForExchange(engine, { operation: 'pushUser' }, { timer, count: 3 });
    const pushed = [1, 2, 3].map((identifier) => push('dev', 'POST', '/users', { identifier }));
    expect((await waited).exchange).toBe(pushed[2]);
  });

  it('leaves when the signal says so, with its reason', async () => {
    const { engine, timer, time } = create();
    const leaving = new AbortController();
    const waited = waitForExchange(engine, {}, { timer, signal: leaving.signal });
    leaving.abort(new Error('The test is over.'));
    await expect(waited).rejects.toThrow('The test is over.');
    expect(time.pending).toBe(0);
    const gone = waitForExchange(engine, {}, { timer, signal: AbortSignal.abort(new Error('Over before.')) });
    await expect(gone).rejects.toThrow('Over before.');
  });

  it('keeps the account that it waits for', () => {
    const { engine, timer, time } = create();
    const retained: string[] = [];
    const accounts = {
      ...engine.accounts,
      retain: (handle: string) => {
        retained.push(handle);
        return () => retained.splice(retained.indexOf(handle), 1);
      },
    };
    const waited = waitForExchange({ ...engine, accounts }, { account: 'dev' }, { timer });
    expect(retained).toEqual([engine.accounts.handleOf('dev')]);
    time.advance(5000);
    expect(retained).toEqual([]);
    return expect(waited).rejects.toThrow('0 of 1');
  });

  it.each([
    [{ count: 0 }, 'count is a whole number from 1 to'],
    [{ count: 1.5 }, 'count is a whole number'],
    [{ timeoutMs: -1 }, 'timeoutMs is a whole number from 0 to'],
    [{ timeoutMs: Number.POSITIVE_INFINITY }, 'timeoutMs is a whole number'],
  ])('does not take %j', async (options, said) => {
    await expect(waitForExchange(create().engine, {}, options)).rejects.toThrow(said);
  });

  it('does not take a matcher that cannot be meant', async () => {
    const { engine } = create();
    await expect(waitForExchange(engine, { has: ['a'] })).rejects.toThrow('did you mean "/a"?');
  });

  it('keeps a process that waits for nothing else until it can say what it waited for', () => {
    const script = `
      import { createUserlistEngine, waitForExchange } from '@understudy/mock-server';
      await waitForExchange(createUserlistEngine(), { operation: 'pushUser' }, { timeoutMs: 1 })
        .catch(({ message }) => console.log(message));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      cwd: import.meta.dirname,
    });
    expect(said).toBe('0 of 1 exchanges with operation pushUser came within 1 ms.\n  Nothing else came.\n');
  });
});
