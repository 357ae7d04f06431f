import type { Client, Headers } from './replay.ts';
import { RUBY_DELETIONS } from './ruby-deletions.ts';
import { RUBY_MAILS } from './ruby-mails.ts';
import { RUBY_PUSHES } from './ruby-pushes.ts';
import { toPlainJson } from './write-json.ts';

const COMMON: Headers = [
  ['Accept-Encoding', 'gzip;q=1.0,deflate;q=0.6,identity;q=0.3'],
  ['Accept', 'application/json'],
  ['User-Agent', 'Ruby'],
  ['Authorization', 'Push {key}'],
  ['Content-Type', 'application/json; charset=UTF-8'],
];

/** How Ruby's own library sends on a connection that is kept. */
export const RUBY_HEADERS: Pick<Client, 'headers' | 'bareHeaders' | 'toJson'> = {
  headers: [...COMMON, ['Host', '{host}'], ['Content-Length', '{length}']],
  bareHeaders: [...COMMON, ['Host', '{host}']],
  toJson: toPlainJson,
};

/** How it sends with a connection for every request. */
export const RUBY_CLOSING_HEADERS: typeof RUBY_HEADERS = {
  headers: [...COMMON, ['Connection', 'close'], ['Host', '{host}'], ['Content-Length', '{length}']],
  bareHeaders: [...COMMON, ['Connection', 'close'], ['Host', '{host}']],
  toJson: toPlainJson,
};

export const RUBY_CLIENT: Client = {
  name: 'Ruby gem `userlist`',
  versions: '1.1.0 and main',
  evidence: 'client',
  ...RUBY_HEADERS,
  replays: [...RUBY_PUSHES, ...RUBY_DELETIONS, ...RUBY_MAILS],
};
