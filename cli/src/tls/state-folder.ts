import { posix, win32 } from 'node:path';

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's folder; asked only where the environment does not say. */
  readonly toHome: () => string;
};

const NAME = 'understudy';

/** What a user sets to have it elsewhere. */
export const STATE_VARIABLE = process.platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_STATE_HOME';

/** Where this user's programs keep what is neither data nor configuration. */
export function toStateFolder({ platform, env, toHome }: Machine): string {
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA ?? '';
    return win32.join(win32.isAbsolute(local) ? local : win32.join(toHome(), 'AppData', 'Local'), NAME);
  }
  // The specification of XDG has a path that is not absolute ignored.
  const named = env.XDG_STATE_HOME ?? '';
  if (posix.isAbsolute(named)) return posix.join(named, NAME);
  if (platform === 'darwin') return posix.join(toHome(), 'Library', 'Application Support', NAME);
  return posix.join(toHome(), '.local', 'state', NAME);
}
