import type { UserlistEngine } from '../../src/index.ts';
import type {
  CompanyRecord,
  RelationshipRecord,
  UserRecord,
} from '../../src/services/userlist/world/records.ts';
import type { World } from '../../src/services/userlist/world/world.ts';
import { viewAll } from '../stand-in.ts';

const COLLECTIONS = ['users', 'companies', 'relationships', 'events', 'messages'];

/** Everything that an engine stores, what nobody sees included; an account that never stored anything is not told from none. */
export function portrayAll(engine: UserlistEngine): unknown {
  const accounts = engine.accounts.list().filter(({ world }) => world.nextOrder > 1);
  const portraits = accounts.map(({ handle, maskedKey, world }) => ({
    handle,
    maskedKey,
    counts: engine.service.counts(world),
    shown: COLLECTIONS.map((name) => viewAll(engine, name, handle)),
    ...portray(world),
  }));
  // As text and back: minus zero is zero for everybody who looks.
  return JSON.parse(JSON.stringify(portraits.sort((one, other) => (one.handle < other.handle ? -1 : 1))));
}

function portray(world: World): unknown & object {
  const users = [...world.users];
  const emails = new Set(users.flatMap(({ email }) => (email === null ? [] : [email])));
  return {
    users: users.map(({ relationships, preferences, ...user }) => ({
      ...user,
      preferences: [...(preferences ?? [])],
      relationships: ordersOf(relationships),
      isFound: user.identifier === null ? null : world.users.find(user.identifier)?.order,
    })),
    companies: [...world.companies].map(([key, { relationships, ...company }]) => ({
      key,
      ...company,
      relationships: ordersOf(relationships),
    })),
    emails: [...emails].map((email) => ({
      email,
      count: world.usersByEmail.count(email),
      nameless: world.usersByEmail.nameless(email)?.order,
      oldest: world.usersByEmail.oldest(email)?.order,
    })),
    events: [...world.events.entries()].map(withOrders),
    messages: [...world.messages.entries()].map(withOrders),
    nextOrder: world.nextOrder,
  };
}

type Related = ReadonlyMap<UserRecord | CompanyRecord, RelationshipRecord> | null;

const ordersOf = (relationships: Related): number[] =>
  [...(relationships?.values() ?? [])].map(({ order }) => order);

function withOrders<Item extends { user: UserRecord | null; company: CompanyRecord | null }>(item: Item) {
  return { ...item, user: item.user?.order, company: item.company?.order };
}
