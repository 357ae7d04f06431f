import { homedir } from 'node:os';
import type { Io } from '../io.ts';
import { systemClock } from '../outgoing/system-clock.ts';
import { UsageError } from '../usage-error.ts';
import { type KeptIdentity, keepIdentity } from './keep-identity.ts';
import { toStateFolder } from './state-folder.ts';
import { TLS_NAMES } from './tls-names.ts';

/** The identity that this user's stand-ins show over TLS. Throws a UsageError where it cannot be kept. */
export function prepareTls({ env, stderr }: Pick<Io, 'env' | 'stderr'>): Promise<KeptIdentity> {
  const now = systemClock.now();
  return keepIdentity({
    folder: toStateFolder({ platform: process.platform, env, toHome }),
    names: TLS_NAMES,
    now,
    // What makes certificates is large, and is wanted once a year.
    make: async () => (await import('./make-identity.ts')).makeIdentity(TLS_NAMES, now),
    warn: (sentence) => stderr.write(`${sentence}\n`),
  });
}

/** In a container a user may have none. */
function toHome(): string {
  try {
    return homedir();
  } catch {
    throw new UsageError(
      'There is no home folder in which to keep the certificate for HTTPS; have XDG_STATE_HOME name a folder that can be written to.',
    );
  }
}
