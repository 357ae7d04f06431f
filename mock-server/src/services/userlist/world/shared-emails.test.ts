import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../intent.ts';
import { applyIntents } from './apply.ts';
import { renderUser } from './render.ts';
import { findSharedEmails } from './shared-emails.ts';
import { createWorld, type World } from './world.ts';

const SEED = 20_261_123;
const NOW = 0;

const identifiers = fc.constantFrom('a', 'b', 'c', 'd');
const emails = fc.constantFrom('one@x', 'ONE@x', 'two@x', 'three@x');

/** What a request may say of users: few names, so that they meet. */
const users: fc.Arbitrary<Intent> = fc
  .record({
    identifier: fc.option(identifiers),
    aliases: fc.array(identifiers, { maxLength: 2 }),
    email: fc.option(emails),
    removes: fc.boolean(),
  })
  .filter(({ identifier, aliases, email }) => identifier !== null || email !== null || aliases.length > 0)
  .map(({ identifier, aliases, email, removes }) => ({
    kind: 'user',
    name: { identifier, aliases, email },
    attributes: email !== null ? { email } : removes ? { email: null } : {},
  }));

const requests = fc.array(fc.array(users, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });

const shown = (world: World) => [...world.users].map(renderUser);

describe(`The users who would share an address (seed ${SEED})`, () => {
  it('are those who do when the request is applied, and finding them changes nothing', () => {
    let shared = 0;
    const property = fc.property(requests, (sequence) => {
      const world = createWorld(10, 1000);
      for (const intents of sequence) {
        const before = shown(world);
        const expected = findSharedEmails(world, intents, NOW);
        expect(shown(world)).toEqual(before);
        const { applied } = applyIntents(world, intents, NOW);
        const found = applied.filter(({ sharesEmail }) => sharesEmail).map(({ key }) => key);
        expect(expected).toEqual(found);
        shared += found.length;
      }
    });
    fc.assert(property, { seed: SEED, numRuns: 1000 });
    expect(shared).toBeGreaterThan(1000);
  });

  it('are found without walking through all who have an address', () => {
    const world = createWorld(10, 1000);
    const push = (identifier: string, email: string): Intent => ({
      kind: 'user',
      name: { identifier, aliases: [], email },
      attributes: { email },
    });
    applyIntents(
      world,
      Array.from({ length: 10_000 }, (_, at) => push(`user-${at}`, 'office@x')),
      NOW,
    );
    let asked = 0;
    const { some } = world.usersByEmail;
    const watched: World = {
      ...world,
      usersByEmail: {
        ...world.usersByEmail,
        some(email, most) {
          const found = some(email, most);
          asked += found.length;
          return found;
        },
      },
    };
    expect(findSharedEmails(watched, [push('new', 'office@x')], NOW)).toEqual(['new']);
    expect(asked).toBeLessThan(10);
  });
});
