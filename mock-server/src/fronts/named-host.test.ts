import { describe, expect, it } from 'vitest';
import { decodeHosts } from './named-host.ts';

describe('A host that an option names', () => {
  it.each([
    ['userlist.test', 'userlist.test', ''],
    ['Userlist.TEST', 'userlist.test', ''],
    ['userlist.test.', 'userlist.test', ''],
    ['userlist.test:81', 'userlist.test', '81'],
    ['userlist.test:443', 'userlist.test', '443'],
    ['userlist.test:80', 'userlist.test', '80'],
    ['userlist.test:080', 'userlist.test', '80'],
    ['my_service', 'my_service', ''],
    ['127.0.0.1:4010', '127.0.0.1', '4010'],
    ['[::1]', '[::1]', ''],
    ['[0:0:0:0:0:0:0:1]:4010', '[::1]', '4010'],
    ['bücher.test', 'xn--bcher-kva.test', ''],
  ])('may be %s', (text, name, port) => {
    expect(decodeHosts([text])).toEqual([{ name, port }]);
  });

  it.each([
    'https://userlist.test',
    'userlist.test/',
    'userlist.test/users',
    'userlist.test?x',
    '*.userlist.test',
    'key@userlist.test',
    'userlist.test:port',
    'userlist.test:65536',
    '::1',
    '[::1',
    ' userlist.test',
    '',
  ])('is not %j, and it says what to write', (text) => {
    expect(() => decodeHosts(['userlist.test', text])).toThrow(
      `hosts has ${JSON.stringify(text)}; write a host such as userlist.test or 127.0.0.1:4010, without scheme and path.`,
    );
  });

  it.each([{}, 'userlist.test', null, 7])('is in a list, which %j is not', (hosts) => {
    expect(() => decodeHosts(hosts as unknown as string[])).toThrow(
      "hosts is no list; write one of names, such as ['userlist.test', '127.0.0.1:4010'].",
    );
  });

  it('is not left out by an empty list', () => {
    expect(() => decodeHosts([])).toThrow(
      'hosts is an empty list; name a host, or leave it out for those of Userlist.',
    );
  });
});
