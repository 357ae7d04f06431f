import type { components } from '@understudy/openapi/control/types';
import type { Account } from '../engine/account.ts';
import type { Engine } from '../engine/engine.ts';
import { renderClock } from './clock.ts';
import { findAccount } from './find-account.ts';
import type { Handlers } from './handler.ts';
import { isProblem, toProblem, toReply } from './problem.ts';
import { renderLastRefusal, renderLimiter } from './render-limiter.ts';
import { renderSettings } from './settings.ts';
import { unlessWritten } from './unless-written.ts';

type AccountHandlers = Pick<Handlers, 'listAccounts' | 'getAccount' | 'removeAccount'>;

/** Shows the accounts there are, and removes one. */
export function createAccountHandlers<World>(engine: Engine<World>): AccountHandlers {
  const { accounts, service, clocks } = engine;
  const render = (account: Account<World>): components['schemas']['Account'] => ({
    account: account.handle,
    masked_key: account.maskedKey,
    configured: account.configured,
    requests: account.requests,
    counts: { ...service.counts(account.world) },
  });

  return {
    listAccounts({ query: { limit, after } }) {
      const all = accounts.list();
      // Looked up before it could be opened: paging must not make accounts.
      const last = after === undefined ? -1 : all.findIndex(({ handle }) => handle === after);
      if (after !== undefined && last === -1) {
        return toProblem(
          'invalid_parameter',
          'There is no account with this handle any more; begin again without it.',
          '?after',
        );
      }
      const page = all.slice(last + 1, last + 1 + limit);
      const isLast = last + 1 + limit >= all.length;
      return toReply({ items: page.map(render), next: isLast ? null : (page.at(-1)?.handle ?? null) });
    },
    getAccount({ params }) {
      const account = findAccount(accounts, params.account);
      if (isProblem(account)) return account;
      const now = clocks.nowOf(account);
      return toReply({
        ...render(account),
        limiter: {
          ...renderLimiter(account.limiter.state(now), now),
          last_refusal: renderLastRefusal(account.limiter.lastRefusal),
        },
        settings: renderSettings(account),
        clock: renderClock(engine, account),
        magic: account.magic?.name ?? null,
      });
    },
    removeAccount({ params }) {
      const account = findAccount(accounts, params.account);
      if (isProblem(account)) return account;
      const problem = unlessWritten(() => engine.remove(account));
      if (problem !== null) return problem;
      return toReply({ removed: account.handle });
    },
  };
}
