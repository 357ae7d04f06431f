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

type Change = components['schemas']['SettingsChange'];

/** Changes what applies to an account, which is opened for that. */
export function applySettings<World>(
  engine: Engine<World>,
  named: string,
  change: Change,
): Account<World> | Problem {
  const { features, rate_limit: rateLimit, rate_limit_headers: rateHeaders, ...lists } = change;
  // Before the account is opened: what is refused must leave nothing behind.
  const wrong = rateLimit == null ? null : findWrongRate(engine, rateLimit);
  if (wrong !== null) return wrong;
  const account = claimAccount(engine.accounts, named, null);
  if (isProblem(account)) return account;
  try {
    engine.configure(account, {
      lists,
      ...(features === undefined ? {} : { features }),
      ...(rateLimit === undefined ? {} : { rateLimit }),
      ...(rateHeaders === undefined ? {} : { rateHeaders }),
    });
  } catch (error) {
    if (error instanceof UsageError) return toProblem('no_room', error.message);
    throw error;
  }
  return account;
}

function findWrongRate<World>({ service }: Engine<World>, text: string): Problem | null {
  try {
    service.decodeRate(text);
    return null;
  } catch (error) {
    if (error instanceof UsageError) return toProblem('invalid_body', error.message, '/rate_limit');
    throw error;
  }
}

/** Shows and changes what applies to one account. */
export function createSettingsHandlers<World>(
  engine: Engine<World>,
): Pick<Handlers, 'getSettings' | 'putSettings'> {
  const render = (account: Account<World> | Problem) =>
    isProblem(account) ? account : toReply(renderSettings(account));
  return {
    getSettings: ({ params }) => render(findAccount(engine.accounts, params.account)),
    putSettings: ({ params, body }) => render(applySettings(engine, params.account, body)),
  };
}
