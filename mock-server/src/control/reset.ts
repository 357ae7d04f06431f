import type { components } from '@understudy/openapi/control/types';
import type { Engine, ResetPart } from '../engine/engine.ts';
import { findAccount } from './find-account.ts';
import type { Handler } from './handler.ts';
import { isProblem, toReply } from './problem.ts';

type Part = components['schemas']['ResetPart'];

/** All but the settings, which a reset between two tests has to leave. */
const STANDARD: readonly Part[] = ['state', 'journal', 'limits', 'faults', 'clock'];

const ENGINE_PARTS: readonly ResetPart[] = ['state', 'journal', 'limits'];

/** Forgets parts of one account, or of all. */
export function createReset<World>(engine: Engine<World>): Handler<'reset'> {
  return ({ body }) => {
    const account = body.account == null ? undefined : findAccount(engine.accounts, body.account);
    if (isProblem(account)) return { ...account, path: '/account' };
    const parts = [...new Set(body.what ?? STANDARD)];
    engine.reset(
      ENGINE_PARTS.filter((part) => parts.includes(part)),
      account,
    );
    return toReply({ reset: parts, account: account?.handle ?? null });
  };
}
