import type { Engine } from '../engine/engine.ts';
import { findAccount } from './find-account.ts';
import type { Asked, Handler, Value } from './handler.ts';
import { isProblem, toProblem, toReply } from './problem.ts';

type ViewId = 'listUsers' | 'listCompanies' | 'listRelationships' | 'listEvents' | 'listMessages';

/** Shows what is stored of one collection of an account. */
export function createAccountView<World, Id extends ViewId>(
  engine: Engine<World>,
  collection: string,
): Handler<Id> {
  const { accounts, service } = engine;
  return ({ params, query }: Asked<ViewId>) => {
    const account = findAccount(accounts, params.account);
    if (isProblem(account)) return account;
    const { identifier = null, email = null, name = null, after = null, limit } = query;
    const page = service.view(account.world, collection, { identifier, email, name, after, limit });
    if (page === null) return toProblem('unknown_path', `${service.name} stores no ${collection}.`);
    // The service renders its records itself, in the shapes of the contract.
    return toReply(page as Value<Id>);
  };
}
