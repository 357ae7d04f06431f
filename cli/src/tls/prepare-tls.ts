import { homedir } from 'node:os';
import type { Io } from '../io.ts';
import { systemClock } from '../outgoing/system-clock.ts';
import { toHomeFolder } from './home-folder.ts';
import { type KeptIdentity, keepIdentity } from './keep-identity.ts';
import { toStateFolder } from './state-folder.ts';
import { TLS_NAMES } from './tls-names.ts';

/** The identity that this user's stand-ins show over TLS. Throws a UsageError where it cannot be kept. */
export function prepareTls({ env, stderr }: Pick<Io, 'env' | 'stderr'>): Promise<KeptIdentity> {
  const now = systemClock.now();
  return keepIdentity({
    folder: toStateFolder({ platform: process.platform, env, toHome: () => toHomeFolder(homedir) }),
    names: TLS_NAMES,
    now,
    // What makes certificates is large, and is wanted once a year.
    make: async () => (await import('./make-identity.ts')).makeIdentity(TLS_NAMES, now),
    warn: (sentence) => stderr.write(`${sentence}\n`),
  });
}
