import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, vi } from 'vitest';
import { buildPackages } from '../build-packages.ts';
import type { Packed } from '../pack.ts';
import { describeAlone } from './alone.ts';
import { describeExamples, otherDependencies } from './examples.ts';
import { install, type Unreachable, versionsOf } from './install.ts';
import { describePrograms } from './programs.ts';
import { describeProject } from './project.ts';
import { describeTarballs } from './tarballs.ts';
import { describeTypes } from './types.ts';

/** What the packages may be used together with. */
const OTHERS = ['@types/node', '@userlist/push', 'fastify', 'jest', 'msw', 'typescript', 'vitest', 'zod'];

// Compilers and npm are at work here, beside all other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder = '';
let packages: readonly Packed[] = [];
const getPackages = (): readonly Packed[] => packages;
const getVersions = (): ReadonlyMap<string, string> =>
  new Map(packages.map(({ name, version }) => [name, version]));

// One build and one install for all that is said here, since they take longest.
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'understudy-packages-')));
  packages = await buildPackages(join(folder, 'dist'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describeTarballs(getPackages, () => join(folder, 'again'));

describe('Installed from tarballs', () => {
  let unreachable: Unreachable | null = null;
  const getProject = (): string => join(folder, 'project');

  beforeAll(async () => {
    const own = packages.map(({ name, tarball }) => [name, `file:${tarball}`]);
    const others = { ...otherDependencies(), ...(await versionsOf(OTHERS)) };
    unreachable = await install(getProject(), { ...others, ...Object.fromEntries(own) });
  });

  beforeEach(({ skip }) => {
    if (unreachable !== null) skip(unreachable.reason);
  });

  describeProject(getPackages, getProject);
  describeTypes(getPackages, getProject);
  describeAlone(getPackages, () => join(folder, 'alone'));
  describeExamples(getProject, getVersions);
  describePrograms(getProject);
});
