import { describe, expect, it } from 'vitest';
import { toCommandEnvironment } from './command-environment.ts';

const served = { url: 'http://127.0.0.1:4711', https: null, pushKey: 'dev', controlToken: null };
const MODULE = '/a b/intercept.cjs';

describe('NODE_OPTIONS', () => {
  it('is left alone where nothing is intercepted', () => {
    expect(toCommandEnvironment(served, null, { NODE_OPTIONS: '--no-warnings' }).NODE_OPTIONS).toBe(
      '--no-warnings',
    );
    expect(toCommandEnvironment(served, null, {})).not.toHaveProperty('NODE_OPTIONS');
  });

  it('has the module loaded behind what is there', () => {
    expect(toCommandEnvironment(served, MODULE, {}).NODE_OPTIONS).toBe(`--require "${MODULE}"`);
    expect(toCommandEnvironment(served, MODULE, { NODE_OPTIONS: '--no-warnings' }).NODE_OPTIONS).toBe(
      `--no-warnings --require "${MODULE}"`,
    );
  });
});

describe('A proxy', () => {
  const proxied = { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'intranet' };
  const here = 'intranet,127.0.0.1,localhost,::1';

  it('is not asked for this machine, where it would find itself', () => {
    expect(toCommandEnvironment(served, null, proxied)).toMatchObject({ NO_PROXY: here, no_proxy: here });
    const elsewhere = { ...served, url: 'http://[fe80::7]:4711' };
    expect(toCommandEnvironment(elsewhere, null, proxied).NO_PROXY).toBe(
      'intranet,fe80::7,localhost,127.0.0.1,::1',
    );
  });

  it('is not asked for the real hosts by what is intercepted', () => {
    expect(toCommandEnvironment(served, MODULE, proxied).NO_PROXY).toBe(
      `${here},push.userlist.com,incoming.userlist.com`,
    );
  });

  it('that is not there leaves the environment as it is', () => {
    expect(Object.keys(toCommandEnvironment(served, null, {})).toSorted()).toEqual([
      'UNDERSTUDY_URL',
      'USERLIST_PUSH_ENDPOINT',
      'USERLIST_PUSH_KEY',
    ]);
  });
});
