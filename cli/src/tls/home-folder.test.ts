import { describe, expect, it } from 'vitest';
import { toHomeFolder } from './home-folder.ts';

describe('The home folder', () => {
  it('is what the system says', () => {
    expect(toHomeFolder(() => '/home/ada')).toBe('/home/ada');
  });

  it.each<[string, () => string]>([
    [
      'nobody has one',
      () => {
        throw new Error('ENOENT: uv_os_homedir');
      },
    ],
    ['HOME is empty', () => ''],
    ['HOME is no path', () => 'ada'],
  ])('is missed with one sentence where %s', (_why, homedir) => {
    expect(() => toHomeFolder(homedir)).toThrow(
      /^There is no home folder in which to keep the certificate for HTTPS; have \w+ name a folder that can be written to\.$/,
    );
  });
});
