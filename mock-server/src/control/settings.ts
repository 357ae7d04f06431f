import type { components } from '@understudy/openapi/control/types';
import type { Account } from '../engine/account.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError } from '../engine/usage-error.ts';
import { claimAccount, findAccount } from './find-account.ts';
import type { Handlers } from './handler.ts';
import { isProblem, type Problem, toProblem, toReply } from './problem.ts';

type Rendered = components['schemas']['Settings'];
type Lists = Pick<Rendered, 'topics' | 'senders' | 'themes' | 'templates'>;

/** What applies to an account, defaults included. */
export function renderSettings({ settings }: Pick<Account<unknown>, 'settings'>): Rendered {
  const { features, lists } = settings;
  const isIn = (feature: string): boolean => features[feature] !== false;
  const listOf = (name: keyof Lists): string[] | null => {
    const list = lists[name];
    return list === undefined ? null : [...list];
  };
  return {
    features: {
      messages: isIn('messages'),
      companies: isIn('companies'),
      relationships: isIn('relationships'),
      events: isIn('events'),
    },
    rate_limit: settings.rateLimit,
    rate_limit_headers: settings.rateHeaders,
    topics: listOf('topics'),
    senders: listOf('senders'),
    themes: listOf('themes'),
    templates: listOf('templates'),
  };
}

/** Shows and changes what applies to one account. */
export function createSettingsHandlers<World>(
  engine: Engine<World>,
): Pick<Handlers, 'getSettings' | 'putSettings'> {
  const { accounts, service } = engine;

  const findWrongRate = (text: string): Problem | null => {
    try {
      service.decodeRate(text);
      return null;
    } catch (error) {
      if (error instanceof UsageError) return toProblem('invalid_body', error.message, '/rate_limit');
      throw error;
    }
  };

  return {
    getSettings({ params }) {
      const account = findAccount(accounts, params.account);
      return isProblem(account) ? account : toReply(renderSettings(account));
    },
    putSettings({ params, body }) {
      const { features, rate_limit: rateLimit, rate_limit_headers: rateHeaders, ...lists } = body;
      // Before the account is opened: what is refused must leave nothing behind.
      const wrong = rateLimit == null ? null : findWrongRate(rateLimit);
      if (wrong !== null) return wrong;
      const account = claimAccount(accounts, params.account, null);
      if (isProblem(account)) return account;
      engine.configure(account, {
        lists,
        ...(features === undefined ? {} : { features }),
        ...(rateLimit === undefined ? {} : { rateLimit }),
        ...(rateHeaders === undefined ? {} : { rateHeaders }),
      });
      return toReply(renderSettings(account));
    },
  };
}
