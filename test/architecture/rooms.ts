/**
 * Who may load what. The first room that holds a file is the file's; `may` lists folders and files of the project,
 * doors of its packages, and outside libraries. Whatever a file takes as a type is free.
 */
export type Room = {
  readonly holds: readonly string[];
  readonly may: readonly string[];
  /** The most outside libraries that one file may know. */
  readonly libraries?: number;
  /** Runs in browsers too, so nothing of Node's may be named here, not even a type. */
  readonly isPortable?: boolean;
};

/** Stands for the files of the engine that the package's own door names. */
export const ENGINE_FACE = 'the public face of the engine';

/** Stands for every library outside the project. */
export const ANY_LIBRARY = 'any library';

export const rooms: readonly Room[] = [
  { holds: ['openapi/generated/push/zod.ts'], may: ['zod'], isPortable: true },
  { holds: ['openapi/generated'], may: [], isPortable: true },
  { holds: ['openapi'], may: ['openapi', 'node:', 'yaml', 'openapi-typescript'] },
  {
    holds: ['client/src'],
    may: ['client/src', '@understudy/openapi/types', '@understudy/openapi/limits', 'openapi-fetch'],
    isPortable: true,
  },
  { holds: ['transformer/src'], may: ['transformer/src', '@understudy/openapi'], isPortable: true },
  { holds: ['mock-server/src/engine'], may: ['mock-server/src/engine'], isPortable: true },
  {
    holds: ['mock-server/src/services/userlist'],
    may: [
      'mock-server/src/services/userlist',
      'mock-server/src/engine',
      '@understudy/openapi',
      '@understudy/transformer',
    ],
    isPortable: true,
  },
  {
    holds: ['mock-server/src/conduct'],
    may: [
      'mock-server/src/conduct',
      'mock-server/src/engine/key-mask.ts',
      'mock-server/src/engine/json.ts',
      'mock-server/src/engine/nearest.ts',
      'mock-server/src/engine/usage-error.ts',
    ],
    isPortable: true,
  },
  {
    holds: ['mock-server/src/verify'],
    may: ['mock-server/src/verify', 'mock-server/src/engine'],
    isPortable: true,
  },
  {
    holds: ['mock-server/src/control'],
    may: [
      'mock-server/src/control',
      'mock-server/src/conduct',
      'mock-server/src/verify',
      ENGINE_FACE,
      'mock-server/src/engine/json.ts',
      'mock-server/src/engine/explain-exchange.ts',
      'mock-server/src/engine/credentials.ts',
      'mock-server/src/engine/key-mask.ts',
      'mock-server/src/engine/nearest.ts',
      '@understudy/openapi',
    ],
    isPortable: true,
  },
  // It begins before any program does, so it puts its stand-in together itself.
  {
    holds: ['mock-server/src/fronts/intercept'],
    may: ['mock-server/src', 'mock-server/package.json', '@understudy/openapi/limits', 'node:'],
  },
  {
    holds: ['mock-server/src/fronts/msw.ts', 'mock-server/src/fronts/msw-guard.ts'],
    may: ['mock-server/src/fronts', '@understudy/openapi/hosts', 'msw'],
    libraries: 1,
    isPortable: true,
  },
  {
    holds: ['mock-server/src/fronts'],
    may: [
      'mock-server/src/fronts',
      'mock-server/src/engine/timer.ts',
      'mock-server/src/engine/usage-error.ts',
      '@understudy/openapi/hosts',
      'node:',
      ANY_LIBRARY,
    ],
    libraries: 1,
  },
  {
    holds: ['mock-server/src/testing/vitest'],
    may: ['mock-server/src/testing', 'vitest'],
    libraries: 1,
  },
  {
    holds: ['mock-server/src/testing'],
    may: [
      'mock-server/src/testing',
      ENGINE_FACE,
      'mock-server/src/userlist.ts',
      'mock-server/src/verify/matcher-body.ts',
      'mock-server/src/control/desk.ts',
      'mock-server/src/fronts/fastify.ts',
      'mock-server/package.json',
      '@understudy/openapi/control/routes',
      'node:',
    ],
  },
  {
    holds: ['mock-server/src/store'],
    may: ['mock-server/src/store', 'mock-server/src/engine/usage-error.ts', 'node:'],
  },
  { holds: ['mock-server/src'], may: ['mock-server/src', '@understudy/openapi', '@noble/hashes'] },
  {
    holds: ['contract-tests/src'],
    may: [
      'contract-tests/src',
      '@understudy/mock-server',
      '@understudy/client',
      '@understudy/openapi',
      'node:',
      ANY_LIBRARY,
    ],
  },
  { holds: ['cli'], may: ['cli', '@understudy', 'node:', ANY_LIBRARY] },
  { holds: ['bench'], may: ['bench', '@understudy', 'node:', ANY_LIBRARY] },
  // It begins where nothing is installed yet.
  { holds: ['action'], may: ['action', 'node:'] },
  { holds: ['packaging'], may: ['packaging', 'cli/build-package.ts', 'node:', ANY_LIBRARY] },
  { holds: ['examples'], may: ['examples', '@understudy', 'node:', ANY_LIBRARY] },
  { holds: [''], may: ['test', 'node:', ANY_LIBRARY] },
];

/** What tests, and files that only tests load, may load beside their own package or folder. */
export const tests: readonly string[] = ['@understudy', 'understudy', 'node:', ANY_LIBRARY, 'test/tool.ts'];

/** Where the wall clock, chance and timers come in; everywhere else they are handed in. */
export const moments: Readonly<Record<string, readonly string[]>> = {
  'client/src/clock.ts': ['Date.now', 'setTimeout'],
  'client/src/create-push-client.ts': ['Math.random'],
  'client/src/attempt.ts': ['setTimeout'],
  'mock-server/src/engine/clock.ts': ['Date.now'],
  'mock-server/src/userlist.ts': ['performance.now'],
  'mock-server/src/engine/timer.ts': ['setTimeout'],
  'mock-server/src/fronts/lingering.ts': ['setTimeout'],
  'cli/src/process-io.ts': ['performance.now', 'setInterval', 'setTimeout'],
  'cli/src/outgoing/system-clock.ts': ['Date.now', 'setTimeout'],
  'cli/src/outgoing/progress.ts': ['setInterval'],
  // The end of a process that is nobody's child here cannot be awaited.
  'cli/test/spawned.ts': ['setTimeout'],
  // Time is what it measures.
  bench: ['performance.now', 'new Date()', 'setTimeout'],
};
