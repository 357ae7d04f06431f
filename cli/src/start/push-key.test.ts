import { describe, expect, it } from 'vitest';
import { decodePushKey } from './push-key.ts';

describe('A push key', () => {
  it.each(['dev', 'a', 'live_0123456789', "it's+429", 'two words', 'a/b%c"d'])('may be %s', (key) => {
    expect(decodePushKey(key, '--push-key')).toBe(key);
  });

  it.each([' dev', 'dev ', 'schlüssel', 'a\nb', 'a\x1b[2Jb'])(
    'that no header carries is not repeated: %j',
    (key) => {
      expect(() => decodePushKey(key, '--push-key')).toThrow(
        /^--push-key holds a key that no header can carry; [ -~]+$/,
      );
    },
  );

  it('may not be empty', () => {
    expect(() => decodePushKey('', 'UNDERSTUDY_PUSH_KEY')).toThrow('UNDERSTUDY_PUSH_KEY is empty');
  });
});
