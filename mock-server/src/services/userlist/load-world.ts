import type { SavedRecord } from '../../engine/store.ts';
import type { SavedValue } from './saved-value.ts';
import type { CompanyRecord, RelationshipRecord, UserRecord } from './world/records.ts';
import type { World } from './world/world.ts';

/** Puts saved records into an empty world, in the order of their numbers. Throws an error on what cannot have been saved. */
export function loadWorld(world: World, records: Iterable<SavedRecord>): void {
  const users = new Map<number, UserRecord>();
  const companies = new Map<number, CompanyRecord>();

  const load = (order: number, saved: SavedValue): void => {
    switch (saved.kind) {
      case 'world':
        world.nextOrder = saved.nextOrder;
        return;
      case 'user': {
        const { kind: _, preferences, ...attributes } = saved;
        const topics = preferences === null ? null : new Map(preferences);
        const user: UserRecord = { order, ...attributes, preferences: topics, relationships: null };
        users.set(order, user);
        world.users.add(user);
        world.usersByEmail.add(user);
        return;
      }
      case 'company': {
        const { kind: _, ...attributes } = saved;
        const company: CompanyRecord = { order, ...attributes, relationships: null };
        companies.set(order, company);
        world.companies.set(company.identifier, company);
        return;
      }
      case 'relationship':
        relate(world, {
          order,
          user: find(users, saved.user),
          company: find(companies, saved.company),
          properties: saved.properties,
        });
        return;
      case 'event': {
        const { kind: _, user, company, ...attributes } = saved;
        world.events.push({
          order,
          ...attributes,
          user: user === null ? null : find(users, user),
          company: company === null ? null : find(companies, company),
        });
        return;
      }
      case 'message': {
        const { kind: _, user, company, ...attributes } = saved;
        world.messages.push({
          order,
          ...attributes,
          user: user === null ? null : find(users, user),
          company: company === null ? null : findOrRecall(companies, company),
        });
        return;
      }
      default:
        throw new Error(`record ${order} is of no known kind`);
    }
  };

  for (const { id, value } of records) load(id, value as SavedValue);
}

function relate(world: World, relationship: RelationshipRecord): void {
  const { user, company } = relationship;
  user.relationships ??= new Map();
  user.relationships.set(company, relationship);
  company.relationships ??= new Map();
  company.relationships.set(user, relationship);
  world.relationshipCount += 1;
}

function find<Found>(records: ReadonlyMap<number, Found>, order: number): Found {
  const found = records.get(order);
  if (found === undefined) throw new Error(`record ${order} is missing`);
  return found;
}

/** The company of a message; one that was deleted since is known by its identifier alone. */
function findOrRecall(
  companies: Map<number, CompanyRecord>,
  [order, identifier]: readonly [number, string],
): CompanyRecord {
  const known = companies.get(order);
  if (known !== undefined) return known;
  const gone: CompanyRecord = {
    order,
    identifier,
    name: null,
    signedUpAt: null,
    lastSeenAt: null,
    properties: {},
    relationships: null,
  };
  companies.set(order, gone);
  return gone;
}
