import type { DeskQueries } from '@understudy/openapi/control/routes';
import type { components } from '@understudy/openapi/control/types';
import type { DeskClient } from './desk-client.ts';
import { endAccount } from './end-account.ts';
import type { EndedAccounts } from './ended-accounts.ts';
import { readPages } from './pages.ts';
import { createScope } from './scope.ts';
import type { StoredFilter, UserlistAccount } from './userlist.ts';

type Schemas = components['schemas'];
type View = 'listUsers' | 'listCompanies' | 'listRelationships' | 'listEvents' | 'listMessages';

/** The account of a push key, asked over HTTP. */
export function createAccount(desk: DeskClient, ended: EndedAccounts, pushKey: string): UserlistAccount {
  const params = { account: pushKey };
  const scope = createScope(desk, pushKey);
  const view =
    <Item>(id: View) =>
    (filter: StoredFilter = {}): Promise<Item[]> =>
      readPages(async (page) => {
        const query: Partial<DeskQueries[View]> = { ...filter, ...page };
        // Each view has entries of its own, which go by its id.
        return (await desk.ask(id, { params, query })) as { items: Item[]; next: string | null };
      });
  const details = () => desk.ask('getAccount', { params });
  let ending: Promise<void> | null = null;

  const account: UserlistAccount = {
    ...scope,
    url: desk.url,
    pushKey,
    users: view<Schemas['StoredUser']>('listUsers'),
    companies: view<Schemas['StoredCompany']>('listCompanies'),
    relationships: view<Schemas['StoredRelationship']>('listRelationships'),
    events: view<Schemas['StoredEvent']>('listEvents'),
    messages: view<Schemas['StoredMessage']>('listMessages'),
    settings: (change) =>
      change === undefined
        ? desk.ask('getSettings', { params })
        : desk.ask('putSettings', { params, body: change }),
    details,
    conduct: () => desk.ask('getConduct', { params }),
    end(options = {}) {
      ending ??= endAccount({ ...scope, pushKey, details }, ended, options);
      return ending;
    },
    [Symbol.asyncDispose]: () => account.end(),
  };
  return account;
}
