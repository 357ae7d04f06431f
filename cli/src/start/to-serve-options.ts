import { resolve } from 'node:path';
import type { Options } from '../flags.ts';
import type { Io } from '../io.ts';
import { toHttpsPort } from './https-port.ts';
import type { ServeOptions } from './serve.ts';
import { serveFlags } from './serve-flags.ts';
import { type Chosen, withConfiguration } from './with-configuration.ts';

/** The values of the flags that say what is served. */
export type ServeChoices = Options<typeof serveFlags> & { readonly port: number };

/**
 * What is to be served, by the flags and by what the configuration file says of those that are not `given`. The port is
 * that of the flags. Throws a UsageError that shows the mistakes in a file.
 */
export async function toServeOptions(
  choices: ServeChoices,
  given: ReadonlySet<string>,
  io: Pick<Io, 'stderr' | 'cwd'>,
): Promise<ServeOptions> {
  return fromChosen(await withConfiguration(serveFlags, choices, given, io), io);
}

/** The same, once the configuration file has been read. */
export function fromChosen(
  { choices, preparation }: Chosen<ServeChoices>,
  io: Pick<Io, 'stderr' | 'cwd'>,
): ServeOptions {
  return {
    port: choices.port,
    httpsPort: toHttpsPort(choices),
    host: choices.host,
    pushKeys: choices['push-key'],
    rateLimit: choices['rate-limit'],
    rateHeaders: choices['rate-limit-headers'],
    strict: choices.strict,
    allowedHosts: choices['allowed-host'],
    controlToken: choices['control-token'] ?? null,
    data: choices.data === undefined ? null : resolve(io.cwd, choices.data),
    logLevel: choices['log-level'] ?? (io.stderr.isTerminal ? 'info' : 'warn'),
    preparation,
  };
}
