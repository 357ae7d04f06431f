import type { SavedRecord } from '../../engine/store.ts';
import { type SavedValue, WORLD_ID } from './saved-value.ts';
import type { Held } from './world/unsaved.ts';
import type { World } from './world/world.ts';

/** What of a world has changed since it was saved; nothing when nothing has. */
export function* changesOf(world: World): Generator<SavedRecord> {
  const { unsaved, nextOrder } = world;
  if (unsaved === null || unsaved.size === 0) return;
  yield { id: WORLD_ID, value: { kind: 'world', nextOrder } satisfies SavedValue };
  for (const [id, held] of unsaved) yield { id, value: held === null ? null : toSavedValue(held) };
}

function toSavedValue(held: Held): SavedValue {
  const { kind, record } = held;
  switch (kind) {
    case 'user': {
      const { identifier, email, signedUpAt, lastSeenAt, properties, preferences } = record;
      const list = preferences === null ? null : [...preferences];
      return { kind, identifier, email, signedUpAt, lastSeenAt, properties, preferences: list };
    }
    case 'company': {
      const { identifier, name, signedUpAt, lastSeenAt, properties } = record;
      return { kind, identifier, name, signedUpAt, lastSeenAt, properties };
    }
    case 'relationship': {
      const { user, company, properties } = record;
      return { kind, user: user.order, company: company.order, properties };
    }
    case 'event': {
      const { name, user, company, occurredAt, properties, weight } = record;
      return {
        kind,
        name,
        user: user?.order ?? null,
        company: company?.order ?? null,
        occurredAt,
        properties,
        weight,
      };
    }
    case 'message': {
      const { id, user, company, attributes, weight } = record;
      const named = company === null ? null : ([company.order, company.identifier] as const);
      return { kind, id, user: user?.order ?? null, company: named, attributes, weight };
    }
  }
}
