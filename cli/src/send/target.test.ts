import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { toTarget } from './target.ts';

const local = 'http://localhost:4010';

describe('the target', () => {
  it('is an address without a slash at the end, and any key', () => {
    expect(toTarget({ url: 'http://LOCALHOST:4010/', pushKey: undefined, live: false })).toEqual({
      url: local,
      pushKey: 'dev',
    });
  });

  it('may have a path', () => {
    expect(toTarget({ url: `${local}/push//`, pushKey: 'k', live: false })).toEqual({
      url: `${local}/push`,
      pushKey: 'k',
    });
  });

  it.each(['localhost:4010', '4010', '', 'ftp://localhost', `${local}/?a=1`, `${local}/#a`, 'http://'])(
    'is refused when it is no address: "%s"',
    (url) => {
      expect(() => toTarget({ url, pushKey: 'k', live: true })).toThrow(/--url must be a whole address/);
    },
  );

  it('is refused, without printing it, when it holds a password', () => {
    const attempt = () => toTarget({ url: 'http://me:hunter2@localhost', pushKey: 'k', live: false });
    expect(attempt).toThrow(UsageError);
    expect(attempt).not.toThrow(/hunter2/);
  });
});

describe('the real Userlist', () => {
  const real = 'https://push.userlist.com';

  it.each([
    real,
    'https://PUSH.userlist.com',
    'https://push.userlist.com.',
    'https://push.userlist.com:443/',
    'http://push.userlist.com',
    'https://incoming.userlist.com/x',
  ])('is sent to only when that is said: %s', (url) => {
    expect(() => toTarget({ url, pushKey: 'k', live: false })).toThrow(/--live/);
  });

  it('is sent to when that is said', () => {
    expect(toTarget({ url: real, pushKey: 'k', live: true })).toEqual({ url: real, pushKey: 'k' });
  });

  it('is not sent to with a made-up key or in the open', () => {
    expect(() => toTarget({ url: real, pushKey: undefined, live: true })).toThrow(/--push-key/);
    expect(() => toTarget({ url: 'http://push.userlist.com', pushKey: 'k', live: true })).toThrow(/https/);
  });

  it('is not another host with a similar name', () => {
    expect(toTarget({ url: 'https://push.userlist.com.test', pushKey: 'k', live: false }).pushKey).toBe('k');
    expect(toTarget({ url: 'https://notuserlist.com', pushKey: 'k', live: false }).pushKey).toBe('k');
  });
});
