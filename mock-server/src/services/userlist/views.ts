import type { JsonObject } from '../../engine/json.ts';
import type { Page, ViewQuery } from '../../engine/service.ts';
import type { CompanyRecord, RelationshipRecord, UserRecord } from './world/records.ts';
import { renderCompany, renderEvent, renderMessage, renderRelationship, renderUser } from './world/render.ts';
import type { World } from './world/world.ts';

/** How a collection is walked and shown; the filters that a record has no answer to let nothing through. */
type View<Item> = {
  items(world: World): Iterable<Item>;
  orderOf(item: Item): number;
  render(item: Item): JsonObject;
  matches(item: Item, query: ViewQuery): boolean;
};

const isUser = (user: UserRecord | null, query: ViewQuery): boolean =>
  (query.identifier === null || user?.identifier === query.identifier) &&
  (query.email === null || user?.email?.toLowerCase() === query.email.toLowerCase());

const users: View<UserRecord> = {
  items: (world) => world.users,
  orderOf: (user) => user.order,
  render: renderUser,
  matches: (user, query) => isUser(user, query) && query.name === null,
};

const companies: View<CompanyRecord> = {
  items: (world) => world.companies.values(),
  orderOf: (company) => company.order,
  render: renderCompany,
  matches: (company, query) =>
    (query.identifier === null || company.identifier === query.identifier) &&
    (query.name === null || company.name === query.name) &&
    query.email === null,
};

const relationships: View<RelationshipRecord> = {
  items: (world) =>
    [...world.users]
      .flatMap((user) => [...(user.relationships?.values() ?? [])])
      .sort((one, other) => one.order - other.order),
  orderOf: (relationship) => relationship.order,
  render: renderRelationship,
  matches: ({ user, company }, query) =>
    (query.identifier === null ||
      user.identifier === query.identifier ||
      company.identifier === query.identifier) &&
    (query.email === null || isUser(user, { ...query, identifier: null })) &&
    (query.name === null || company.name === query.name),
};

type Activity = {
  readonly order: number;
  readonly user: UserRecord | null;
  readonly company: CompanyRecord | null;
};

const isOf = ({ user, company }: Activity, query: ViewQuery): boolean =>
  (query.identifier === null ||
    user?.identifier === query.identifier ||
    company?.identifier === query.identifier) &&
  (query.email === null || isUser(user, { ...query, identifier: null }));

/** Shows one page of a collection, oldest first; null for a collection there is none of. */
export function viewOf(world: World, collection: string, query: ViewQuery): Page | null {
  switch (collection) {
    case 'users':
      return toPage(users, world, query);
    case 'companies':
      return toPage(companies, world, query);
    case 'relationships':
      return toPage(relationships, world, query);
    case 'events':
      return toPage(
        {
          items: ({ events }) => events.entries(),
          orderOf: (event) => event.order,
          render: renderEvent,
          matches: (event, asked) => isOf(event, asked) && (asked.name === null || event.name === asked.name),
        },
        world,
        query,
      );
    case 'messages':
      return toPage(
        {
          items: ({ messages }) => messages.entries(),
          orderOf: (message) => message.order,
          render: renderMessage,
          matches: (message, asked) =>
            isOf(message, asked) && (asked.name === null || message.attributes.template === asked.name),
        },
        world,
        query,
      );
    default:
      return null;
  }
}

/** Characters of JSON in a page; a thousand large records in one answer could be too long for a text. */
const MOST_PAGE_LENGTH = 4 * 1024 * 1024;

function toPage<Item>(view: View<Item>, world: World, query: ViewQuery): Page {
  const after = query.after === null ? 0 : Number(query.after);
  const items: JsonObject[] = [];
  let last = 0;
  let length = 0;
  for (const item of view.items(world)) {
    const order = view.orderOf(item);
    if (order <= after || !view.matches(item, query)) continue;
    if (items.length === query.limit) return { items, next: String(last) };
    const rendered = view.render(item);
    length += JSON.stringify(rendered).length;
    if (items.length > 0 && length > MOST_PAGE_LENGTH) return { items, next: String(last) };
    items.push(rendered);
    last = order;
  }
  return { items, next: null };
}

/** Counts what a world holds, and what had to make room in it. */
export function countsOf(world: World): Record<string, number> {
  return {
    users: world.users.size,
    companies: world.companies.size,
    relationships: world.relationshipCount,
    events: world.events.size,
    messages: world.messages.size,
    events_dropped: world.events.dropped,
    messages_dropped: world.messages.dropped,
  };
}
