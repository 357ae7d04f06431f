import type { Engine, ResetPart } from '../engine/engine.ts';
import { findAccount } from './find-account.ts';
import type { Handler } from './handler.ts';
import { isProblem, toReply } from './problem.ts';

/** All there is to forget; the contract takes more names, for programs that reset those too. */
const PARTS: readonly ResetPart[] = ['state', 'journal', 'limits'];

/** Forgets parts of one account, or of all, and says which; a part that does not exist is passed over. */
export function createReset<World>(engine: Engine<World>): Handler<'reset'> {
  return ({ body }) => {
    const account = body.account == null ? undefined : findAccount(engine.accounts, body.account);
    if (isProblem(account)) return { ...account, path: '/account' };
    const parts = PARTS.filter((part) => body.what == null || body.what.includes(part));
    engine.reset(parts, account);
    return toReply({ reset: parts, account: account?.handle ?? null });
  };
}
