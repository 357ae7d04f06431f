import { isAbsolute } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { STATE_VARIABLE } from './state-folder.ts';

/** The user's folder; in a container a user may have none. Throws a UsageError then. */
export function toHomeFolder(homedir: () => string): string {
  let home = '';
  try {
    home = homedir();
  } catch {
    // What Node says of it would help nobody.
  }
  if (isAbsolute(home)) return home;
  throw new UsageError(
    `There is no home folder in which to keep the certificate for HTTPS; have ${STATE_VARIABLE} name a folder that can be written to.`,
  );
}
