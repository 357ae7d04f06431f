import { nearest } from '@understudy/mock-server/nearest';
import { UsageError } from '../src/usage-error.ts';

/** A system that an executable can be built for. */
export type Target = {
  readonly name: string;
  /** The npm package that holds Node for it. */
  readonly nodePackage: string;
  /** Where in that package Node is. */
  readonly nodeFile: string;
  readonly output: string;
  /** What is left to do to the file, line by line. */
  readonly leftToDo: readonly string[];
};

const toTarget = (name: string, ending: string, leftToDo: readonly string[] = []): Target => ({
  name,
  nodePackage: `node-${name}`,
  nodeFile: `bin/node${ending}`,
  output: `understudy-${name}${ending}`,
  leftToDo,
});

const SIGN_WINDOWS = [
  'It has no signature, so Windows warns of it; that of Node would not hold for it. With a certificate of your own:',
  '  signtool sign /fd SHA256 understudy-win-x64.exe',
];

export const TARGETS: readonly Target[] = [
  toTarget('linux-x64', ''),
  toTarget('linux-arm64', ''),
  toTarget('win-x64', '.exe', SIGN_WINDOWS),
];

const names = TARGETS.map(({ name }) => name);

/** No Mac, no executable: what is not signed anew does not start there, and npm has no Node for it. */
const ON_A_MAC = [
  'There is no building for macOS here. On a Mac, with Node %s from nodejs.org:',
  '  npm run build:executable -- --blob             # the blob, in dist/understudy.blob',
  '  cp "$(command -v node)" dist/understudy-macos',
  '  codesign --remove-signature dist/understudy-macos',
  '  npx postject dist/understudy-macos NODE_SEA_BLOB dist/understudy.blob --macho-segment-name NODE_SEA \\',
  '    --sentinel-fuse NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
  '  codesign --sign - dist/understudy-macos        # or with the identity that it is to be published by',
];

/** The target of a name. Throws a UsageError for any other; for macOS it says what it would take. */
export function decodeTarget(name: string, nodeVersion: string): Target {
  const found = TARGETS.find((target) => target.name === name);
  if (found !== undefined) return found;
  if (/^(?:darwin|mac)/.test(name)) throw new UsageError(ON_A_MAC.join('\n').replace('%s', nodeVersion));
  const near = nearest(name, names);
  throw new UsageError(
    `There is no target "${name}"; ${near === null ? `write one of ${names.join(', ')}.` : `did you mean ${near}?`}`,
  );
}

/** The name of the target that a Node runs on, as Node calls platform and architecture. */
export function toTargetName(platform: string, arch: string): string {
  return `${platform === 'win32' ? 'win' : platform}-${arch}`;
}
