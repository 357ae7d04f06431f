import schema from '@understudy/openapi/config/schema' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { startFlags } from '../start/start-flags.ts';
import { toConfigName } from './decode-flags.ts';

/** What a configuration says of accounts, for which there are no flags. */
const OF_ACCOUNTS = ['settings', 'faults', 'seeds', 'accounts'];

describe('A configuration', () => {
  it('has a setting for each flag of start but the one that names it, and no setting that nobody reads', () => {
    const names = Object.entries(startFlags)
      .filter(([name]) => name !== 'config')
      .map(([name, flag]) => toConfigName(name, flag));
    expect(Object.keys(schema.properties).sort()).toEqual([...names, ...OF_ACCOUNTS].sort());
  });
});
