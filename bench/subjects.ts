import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export type SubjectName = 'built' | 'built-info' | 'source' | 'fastify' | 'prism' | 'prism-silent';

/** One of the servers that are compared. */
export type Subject = {
  readonly name: SubjectName;
  /** As tables call it. */
  readonly title: string;
  /** The words after `node`; the port is a free one for servers that never tell theirs. */
  readonly toCommand: (port: number) => readonly string[];
  /** The URL in a line of its output, or null; a server without this answers at the port it was given. */
  readonly readUrl?: (line: string) => string | null;
  /** Whether it keeps what Node compiled from one start to the next by itself. */
  readonly hasCompileCache: boolean;
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const CONTRACT = here('../openapi/push-api.yaml');
/** Its own binary: a package runner in between would swallow the signal that ends it. */
const PRISM = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const BUILT = here('../dist/understudy/bin/understudy.js');
const SOURCE = here('../cli/bin/understudy.js');

/** Makes the built package; run with `node`. */
export const BUILD = here('../cli/build.ts');

const toStart = (bin: string, logLevel: string): readonly string[] => [
  bin,
  'start',
  '--host',
  '127.0.0.1',
  '--port',
  '0',
  '--json',
  '--rate-limit',
  'off',
  '--log-level',
  logLevel,
];

export const SUBJECTS: readonly Subject[] = [
  {
    name: 'built',
    title: 'Understudy',
    toCommand: () => toStart(BUILT, 'warn'),
    readUrl: readJsonUrl,
    hasCompileCache: true,
  },
  {
    name: 'built-info',
    title: 'Understudy, a line of log a request',
    toCommand: () => toStart(BUILT, 'info'),
    readUrl: readJsonUrl,
    hasCompileCache: true,
  },
  {
    name: 'source',
    title: 'Understudy from source',
    toCommand: () => toStart(SOURCE, 'warn'),
    readUrl: readJsonUrl,
    hasCompileCache: true,
  },
  {
    name: 'fastify',
    title: 'bare Fastify',
    toCommand: () => [here('./bare-fastify.js')],
    readUrl: readJsonUrl,
    hasCompileCache: false,
  },
  {
    name: 'prism',
    title: 'Prism as it comes',
    toCommand: () => [PRISM, 'mock', CONTRACT, '--port', '0'],
    readUrl: (line) => /listening on (http:\/\/[\d.:]+)/.exec(line)?.[1] ?? null,
    hasCompileCache: false,
  },
  {
    name: 'prism-silent',
    title: 'Prism, logging off',
    toCommand: (port) => [PRISM, 'mock', CONTRACT, '--port', String(port), '--verboseLevel', 'silent'],
    hasCompileCache: false,
  },
];

function readJsonUrl(line: string): string | null {
  return /"url":\s*"([^"]+)"/.exec(line)?.[1] ?? null;
}
