import { describe, expect, it } from 'vitest';
import { toStateFolder } from './state-folder.ts';

const toHome = () => '/home/ada';

describe('The state folder', () => {
  it.each([
    ['linux', {}, '/home/ada/.local/state/understudy'],
    ['linux', { XDG_STATE_HOME: '/var/state' }, '/var/state/understudy'],
    ['linux', { XDG_STATE_HOME: 'state' }, '/home/ada/.local/state/understudy'],
    ['linux', { XDG_STATE_HOME: '' }, '/home/ada/.local/state/understudy'],
    ['darwin', {}, '/home/ada/Library/Application Support/understudy'],
    ['darwin', { XDG_STATE_HOME: '/var/state' }, '/var/state/understudy'],
  ] as const)('is on %s with %j: %s', (platform, env, folder) => {
    expect(toStateFolder({ platform, env, toHome })).toBe(folder);
  });

  it.each([
    [{ LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' }, 'C:\\Users\\ada\\AppData\\Local\\understudy'],
    [{}, 'D:\\ada\\AppData\\Local\\understudy'],
  ])('is on Windows with %j: %s', (env, folder) => {
    expect(toStateFolder({ platform: 'win32', env, toHome: () => 'D:\\ada' })).toBe(folder);
  });

  it('does not ask for a home that is not needed', () => {
    const noHome = (): string => {
      throw new Error('There is none.');
    };
    expect(toStateFolder({ platform: 'linux', env: { XDG_STATE_HOME: '/s' }, toHome: noHome })).toBe(
      '/s/understudy',
    );
  });
});
