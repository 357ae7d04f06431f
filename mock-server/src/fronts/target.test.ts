import { describe, expect, it } from 'vitest';
import { isDeskTarget } from './desk-door.ts';
import { toTarget } from './target.ts';

describe('a request target', () => {
  it('is left as it was sent', () => {
    for (const sent of ['/', '//users', '/users?a=http://b/', '*', '', 'users', 'ftp://a/b']) {
      expect(toTarget(sent, 'h')).toEqual({ target: sent, host: 'h' });
    }
  });

  it('in absolute form names path and host', () => {
    expect(toTarget('http://a:1/users?x', 'h')).toEqual({ target: '/users?x', host: 'a:1' });
    expect(toTarget('HTTPS://a', 'h')).toEqual({ target: '/', host: 'a' });
    expect(toTarget('http://a?x', 'h')).toEqual({ target: '/?x', host: 'a' });
  });
});

describe('a key before the host of a URL', () => {
  it('is left out of host and target', () => {
    expect(toTarget('http://secret:@a:1/users', 'h')).toEqual({ target: '/users', host: 'a:1' });
    expect(toTarget('http://se@cret:x@a', 'h')).toEqual({ target: '/', host: 'a' });
    expect(toTarget('/users', 'secret:@a:1')).toEqual({ target: '/users', host: 'a:1' });
    expect(toTarget('ftp://secret:@a/users', 'x@h')).toEqual({ target: 'ftp://a/users', host: 'h' });
    expect(toTarget('secret@a:443', 'h')).toEqual({ target: 'a:443', host: 'h' });
  });

  it('is not sought in paths and queries', () => {
    for (const sent of ['/users/a@b', '/a@b', '/users?email=a@b', '*', 'a/b@c', 'http:/a@b'])
      expect(toTarget(sent, 'h').target).toBe(sent);
  });
});

describe('the paths of the desk', () => {
  it('are the prefix and what is below it', () => {
    const at = (target: string) => isDeskTarget(target, '/_control');
    expect(['/_control', '/_control/', '/_control/a', '/_control?a'].filter(at)).toHaveLength(4);
    expect(['/_controls', '/', '/a/_control', '/_Control', '//_control'].filter(at)).toEqual([]);
  });
});
