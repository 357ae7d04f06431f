import { describe, expect, it } from 'vitest';
import { createAccounts, maskKey } from './account.ts';

/** Stands in for SHA-256: any text becomes hex of its own. */
const toHex = (text: string): string =>
  [...text]
    .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
    .padEnd(64, '0');

const open = (keys: readonly string[] = [], mostAccounts = 100) =>
  createAccounts<{ records: string[] }>({
    keys,
    settings: {
      rate: { requests: 1, windowMs: 1000 },
      rateLimit: '1/1s',
      rateHeaders: false,
      features: {},
      lists: {},
    },
    evicts: true,
    readMagic: () => null,
    isNeeded: () => false,
    createWorld: () => ({ records: [] }),
    sha256: toHex,
    mostAccounts,
  });

describe('accounts', () => {
  it('are opened by any key, each with a world and a limiter of its own', () => {
    const accounts = open();
    const [one, two] = [accounts.open('one'), accounts.open('two')];
    one?.world.records.push('x');
    one?.limiter.take(0);
    expect(two?.world.records).toEqual([]);
    expect(two?.limiter.take(0)?.passes).toBe(true);
    expect(accounts.open('one')).toBe(one);
    expect(accounts.strict).toBe(false);
  });

  it('are known by a handle that does not tell the key', () => {
    const accounts = open();
    const account = accounts.open('a-long-push-key');
    expect(account?.handle).toBe(`acct_${toHex('a-long-push-key').slice(0, 12)}`);
    expect(accounts.named(account?.handle ?? '')).toBe(account);
    expect(account?.maskedKey).toBe('••••-key');
  });

  it('are shown empty when they are named by a key nobody has used, and not kept', () => {
    const accounts = open();
    expect(accounts.named('new')?.world.records).toEqual([]);
    expect(accounts.named('acct_000000000000')).toBeNull();
    expect(accounts.list()).toHaveLength(0);
  });

  it('are those configured and no others, once some are', () => {
    const accounts = open(['one', 'two']);
    expect(accounts.list().map(({ configured }) => configured)).toEqual([true, true]);
    expect(accounts.admits('three')).toBe(false);
    expect(accounts.named('three')).toBeNull();
    expect(accounts.admits('two')).toBe(true);
    expect(accounts.strict).toBe(true);
  });

  it('make room for new ones, those idle longest first', () => {
    const accounts = open([], 10);
    for (let index = 0; index < 10; index += 1) accounts.open(`key-${index}`);
    accounts.open('key-0');
    accounts.open('new');
    expect(accounts.evicted).toBe(1);
    expect(accounts.list()).toHaveLength(10);
    const handles = accounts.list().map(({ handle }) => handle);
    const handleOf = (key: string): string => `acct_${toHex(key).slice(0, 12)}`;
    expect(handles).toEqual(expect.arrayContaining(['key-0', 'key-2', 'key-9', 'new'].map(handleOf)));
    expect(handles).not.toContain(handleOf('key-1'));
  });

  it('that were used make no room for those that are only asked for', () => {
    const accounts = open([], 2);
    for (const key of ['one', 'two']) {
      const account = accounts.open(key);
      if (account !== null) account.requests = 1;
    }
    expect(accounts.claim('three')).toBe('full');
    expect([accounts.evicted, accounts.list().length]).toEqual([0, 2]);
    const one = accounts.find('one');
    if (one !== null) one.requests = 0;
    expect(accounts.claim('three')).toMatchObject({ requests: 0 });
    expect(accounts.find('two')).not.toBeNull();
  });

  it('never make room by letting a configured one go', () => {
    const accounts = open(['one', 'two', 'three'], 2);
    expect(accounts.list()).toHaveLength(3);
    expect(accounts.evicted).toBe(0);
  });

  it('start afresh when they come back after they made room', () => {
    const accounts = open([], 1);
    accounts.open('a')?.world.records.push('x');
    accounts.open('b');
    expect(accounts.open('a')?.world.records).toEqual([]);
    expect(accounts.evicted).toBe(2);
  });

  it('are removed with all they hold, and a configured one starts afresh', () => {
    const accounts = open();
    const account = accounts.open('a');
    if (account === null) throw new Error('Any key opens an account.');
    accounts.remove(account);
    accounts.remove(account);
    expect(accounts.list()).toEqual([]);
    const strict = open(['b']);
    const configured = strict.open('b');
    if (configured === null) throw new Error('The key is configured.');
    configured.world.records.push('x');
    strict.remove(configured);
    expect(strict.list()).toMatchObject([{ configured: true, world: { records: [] } }]);
  });
});

describe('an account that was read from a disk', () => {
  const handleOf = (key: string): string => `acct_${toHex(key).slice(0, 12)}`;

  it('is known by its handle until its key comes along, and is the same one then', () => {
    const accounts = open();
    const restored = accounts.restore(handleOf('key'), '••••');
    expect(accounts.named(handleOf('key'))).toBe(restored);
    expect(accounts.restore(handleOf('key'), '••••')).toBe(restored);
    expect(accounts.open('key')).toBe(restored);
    expect(accounts.find('key')).toBe(restored);
    expect(accounts.list()).toEqual([restored]);
  });

  it('is the one of a configured key', () => {
    const accounts = open(['key']);
    const restored = accounts.restore(handleOf('key'), '••••');
    expect(restored.configured).toBe(true);
    expect(accounts.open('key')).toBe(restored);
  });

  it('lets nobody in whose key is not configured', () => {
    const accounts = open(['key']);
    const restored = accounts.restore(handleOf('other'), '••••');
    expect([accounts.find('other'), accounts.named('other')]).toEqual([null, null]);
    expect(accounts.named(handleOf('other'))).toBe(restored);
  });

  it('is kept however many there are, and can be removed', () => {
    const accounts = open([], 1);
    for (const key of ['a', 'b', 'c']) accounts.restore(handleOf(key), '••••');
    expect(accounts.list()).toHaveLength(3);
    const [first] = accounts.list();
    if (first !== undefined) accounts.remove(first);
    expect(accounts.list()).toHaveLength(2);
  });
});

describe('a masked key', () => {
  it.each([
    ['', '••••'],
    ['short', '••••'],
    ['elevenchars', '••••'],
    ['twelve-chars', '••••hars'],
  ])('of "%s" is %s', (key, masked) => {
    expect(maskKey(key)).toBe(masked);
  });
});
