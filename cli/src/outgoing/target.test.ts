import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { checkLive, toTarget } from './target.ts';

const local = 'http://localhost:4010';

describe('the target', () => {
  it('is an address without a slash at the end, and any key', () => {
    expect(toTarget({ url: 'http://LOCALHOST:4010/', pushKey: undefined })).toEqual({
      url: local,
      pushKey: 'dev',
      isStandardKey: true,
    });
  });

  it('may have a path', () => {
    expect(toTarget({ url: `${local}/push//`, pushKey: 'k' })).toMatchObject({
      url: `${local}/push`,
      pushKey: 'k',
    });
  });

  it.each(['localhost:4010', '4010', '', 'ftp://localhost', `${local}/?a=1`, `${local}/#a`, 'http://'])(
    'is refused when it is no address: "%s"',
    (url) => {
      expect(() => toTarget({ url, pushKey: 'k' })).toThrow(/--url must be a whole address/);
    },
  );

  it('is refused, without printing it, when it holds a password', () => {
    const attempt = () => toTarget({ url: 'http://me:hunter2@localhost', pushKey: 'k' });
    expect(attempt).toThrow(UsageError);
    expect(attempt).not.toThrow(/hunter2/);
  });
});

describe('the real Userlist', () => {
  const real = 'https://push.userlist.com';
  const check = (url: string, pushKey: string | undefined, live: boolean) =>
    checkLive(toTarget({ url, pushKey }), live);

  it.each([
    real,
    'https://PUSH.userlist.com',
    'https://push.userlist.com.',
    'https://push.userlist.com:443/',
    'http://push.userlist.com',
    'https://incoming.userlist.com/x',
  ])('is sent to only when that is said: %s', (url) => {
    expect(() => check(url, 'k', false)).toThrow(/--live/);
  });

  it('is sent to when that is said', () => {
    expect(() => check(real, 'k', true)).not.toThrow();
  });

  it('is not sent to with a made-up key or in the open', () => {
    expect(() => check(real, undefined, true)).toThrow(/--push-key/);
    expect(() => check('http://push.userlist.com', 'k', true)).toThrow(/https/);
  });

  it.each(['https://push.userlist.com.test', 'https://notuserlist.com', 'http://localhost:4010'])(
    'is not %s',
    (url) => {
      expect(() => check(url, undefined, false)).not.toThrow();
    },
  );
});
