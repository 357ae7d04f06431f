import { conductOfAccount } from '../conduct/conduct-of.ts';
import type { Engine } from '../engine/engine.ts';
import { findAccount } from './find-account.ts';
import type { Handler } from './handler.ts';
import { isProblem, toReply } from './problem.ts';

/** Tells how the client of an account behaved. */
export function createConduct<World>(engine: Engine<World>): Handler<'getConduct'> {
  return ({ params }) => {
    const account = findAccount(engine.accounts, params.account);
    return isProblem(account) ? account : toReply(conductOfAccount(engine, account.handle));
  };
}
