import type { Engine, ResetPart } from '../engine/engine.ts';
import { findAccount } from './find-account.ts';
import type { Handler } from './handler.ts';
import { isProblem, toReply } from './problem.ts';
import { unlessWritten } from './unless-written.ts';

/** What is forgotten unless parts are named. */
const USUAL: readonly ResetPart[] = ['state', 'journal', 'faults', 'clock', 'limits'];
const PARTS: readonly ResetPart[] = [...USUAL, 'settings'];

/** Forgets parts of one account, or of all, and says which. */
export function createReset<World>(engine: Engine<World>): Handler<'reset'> {
  return ({ body }) => {
    const account = body.account == null ? undefined : findAccount(engine.accounts, body.account);
    if (isProblem(account)) return { ...account, path: '/account' };
    const parts = body.what == null ? USUAL : PARTS.filter((part) => body.what?.includes(part));
    const problem = unlessWritten(() => engine.reset(parts, account));
    if (problem !== null) return problem;
    return toReply({ reset: [...parts], account: account?.handle ?? null });
  };
}
