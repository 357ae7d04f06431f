import { describe, expect, it } from 'vitest';
import type { Settings } from './settings.ts';
import { createSettingsRoom } from './settings-room.ts';
import { UsageError } from './usage-error.ts';

const toSettings = (...topics: readonly string[]): Settings => ({
  rate: null,
  rateLimit: 'off',
  rateHeaders: false,
  features: {},
  lists: topics.length === 0 ? {} : { topics },
});

describe('the room for lists of names', () => {
  it('is bounded over all accounts', () => {
    const room = createSettingsRoom(300);
    const one = toSettings('news', 'offers');
    expect(() => room.expectRoom(toSettings('a', 'b', 'c'), [one])).not.toThrow();
    expect(() => room.expectRoom(toSettings('a', 'b', 'c', 'd'), [one])).toThrow(UsageError);
  });

  it('counts settings that several accounts share once', () => {
    const room = createSettingsRoom(300);
    const shared = toSettings('news', 'offers', 'tips');
    expect(() => room.expectRoom(toSettings('a'), [shared, shared, shared])).not.toThrow();
  });

  it('never stands in the way of settings without lists', () => {
    const full = toSettings('x'.repeat(1000));
    expect(() => createSettingsRoom(10).expectRoom(toSettings(), [full])).not.toThrow();
  });
});
