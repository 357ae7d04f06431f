import type { SettingsChange } from '../../src/index.ts';
import type { StandIn } from '../stand-in.ts';

/** Changes the settings of an account, which is opened for that. */
export function setFor(standIn: StandIn, change: SettingsChange, key = 'dev'): void {
  const account = standIn.engine.accounts.open(key);
  if (account === null) throw new Error(`There is no account for ${key}.`);
  standIn.engine.configure(account, change);
}
