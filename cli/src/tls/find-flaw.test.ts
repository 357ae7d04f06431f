import { describe, expect, it } from 'vitest';
import { findFlaw } from './find-flaw.ts';
import { makeIdentity } from './make-identity.ts';
import { TLS_NAMES } from './tls-names.ts';

const DAY_MS = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 23);
const good = await makeIdentity(TLS_NAMES, NOW);
const other = await makeIdentity(TLS_NAMES, NOW);

describe('A kept identity', () => {
  it('is good for a year less a month', () => {
    for (const days of [0, 1, 366]) expect(findFlaw(good, TLS_NAMES, NOW + days * DAY_MS)).toBeNull();
  });

  it.each([
    [-1, 'is not valid yet'],
    [368, 'expires soon'],
    [396, 'expires soon'],
    [398, 'has expired'],
  ])('after %i days %s', (days, flaw) => {
    expect(findFlaw(good, TLS_NAMES, NOW + days * DAY_MS)).toBe(flaw);
  });

  it.each([
    ['does not fit its key', { key: other.key }],
    ['was not signed by its authority', { authority: other.authority }],
    ['was not signed by its authority', { authority: good.certificate }],
    ['is damaged', { key: '' }],
    ['is damaged', { certificate: good.certificate.slice(0, 200) }],
    ['is damaged', { authority: 'nothing' }],
  ])('%s when that is so', (flaw, parts) => {
    expect(findFlaw({ ...good, ...parts }, TLS_NAMES, NOW)).toBe(flaw);
  });

  it('lacks names that it should have, and may have more', () => {
    const more = {
      hosts: [...TLS_NAMES.hosts, 'api.test'],
      addresses: [...TLS_NAMES.addresses, '10.0.0.7'],
    };
    expect(findFlaw(good, more, NOW)).toBe('lacks api.test, 10.0.0.7');
    expect(findFlaw(good, { hosts: ['localhost'], addresses: [] }, NOW)).toBeNull();
  });
});
