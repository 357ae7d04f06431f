import { INTEGRATIONS } from './integrations.ts';
import { NODE_CLIENTS } from './node-clients.ts';
import { PHP_CLIENTS } from './php-clients.ts';
import { PYTHON_CLIENTS } from './python-clients.ts';
import { RAILS_CLIENTS } from './rails-clients.ts';
import type { Client } from './replay.ts';
import { RUBY_CLIENT } from './ruby-client.ts';
import { RUBY_OLDER_CLIENTS } from './ruby-older-clients.ts';

/** Everybody whose requests are replayed. */
export const CLIENTS: readonly Client[] = [
  RUBY_CLIENT,
  ...RUBY_OLDER_CLIENTS,
  ...RAILS_CLIENTS,
  ...NODE_CLIENTS,
  ...PHP_CLIENTS,
  ...PYTHON_CLIENTS,
  ...INTEGRATIONS,
];
