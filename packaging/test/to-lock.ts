/** What npm's lockfile says of one folder of packages. */
export type LockedPackage = {
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
};

export type Lock = {
  readonly packages: Readonly<Record<string, LockedPackage>>;
  readonly [field: string]: unknown;
};

const PREFIX = 'node_modules/';

/**
 * The lockfile of a project that takes the same versions as the clone: all that the clone has from `registry`, of which npm drops
 * what the project does not need. So an install asks the registry nothing that `npm ci` has not put into npm's cache.
 */
export function toLock(
  { packages, ...rest }: Lock,
  dependencies: Readonly<Record<string, string>>,
  registry: string,
): Lock {
  const taken = Object.entries(packages).filter(
    ([path, { link, version }]) => path.startsWith(PREFIX) && link !== true && version !== undefined,
  );
  return {
    ...rest,
    packages: {
      '': { dependencies } as LockedPackage,
      ...Object.fromEntries(
        taken.map(([path, entry]) => [path, { ...entry, resolved: addressOf(path, entry, registry) }]),
      ),
    },
  };
}

function addressOf(path: string, { name, version = '', resolved }: LockedPackage, registry: string): string {
  if (resolved !== undefined) return resolved;
  const full = name ?? path.slice(path.lastIndexOf(PREFIX) + PREFIX.length);
  return `${registry.replace(/\/$/, '')}/${full}/-/${full.split('/').at(-1)}-${version}.tgz`;
}
