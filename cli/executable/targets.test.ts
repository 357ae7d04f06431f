import { describe, expect, it } from 'vitest';
import { decodeTarget, TARGETS, toTargetName } from './targets.ts';

describe('A target', () => {
  it.each([
    ['linux', 'x64', 'linux-x64'],
    ['linux', 'arm64', 'linux-arm64'],
    ['win32', 'x64', 'win-x64'],
    ['darwin', 'arm64', 'darwin-arm64'],
  ])('of %s on %s is called %s', (platform, arch, name) => {
    expect(toTargetName(platform, arch)).toBe(name);
  });

  it('is a file of its own, named after its system', () => {
    expect(TARGETS.map(({ output }) => output)).toEqual([
      'understudy-linux-x64',
      'understudy-linux-arm64',
      'understudy-win-x64.exe',
    ]);
  });

  it('for Windows wants a signature', () => {
    const { leftToDo } = decodeTarget('win-x64', '24.21.0');
    expect(leftToDo.join('\n')).toContain('signtool sign /fd SHA256 understudy-win-x64.exe');
  });

  it.each(['darwin-arm64', 'darwin-x64', 'macos'])(
    'called %s is told what it would take on a Mac',
    (name) => {
      const decode = () => decodeTarget(name, '24.21.0');
      expect(decode).toThrow('with Node 24.21.0 from nodejs.org:\n');
      expect(decode).toThrow('codesign --remove-signature dist/understudy-macos');
      expect(decode).toThrow('--macho-segment-name NODE_SEA');
      expect(decode).toThrow('codesign --sign - dist/understudy-macos');
    },
  );

  it('that is not there is answered with the nearest, or with all', () => {
    expect(() => decodeTarget('win-x46', '24.21.0')).toThrow(
      'There is no target "win-x46"; did you mean win-x64?',
    );
    expect(() => decodeTarget('plan9', '24.21.0')).toThrow(
      'There is no target "plan9"; write one of linux-x64, linux-arm64, win-x64.',
    );
  });
});
