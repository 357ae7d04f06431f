import type { BodySize } from './bodies.ts';
import type { CompileCache } from './results.ts';
import type { SubjectName } from './subjects.ts';

/** How fast Understudy means to be under load, beside another server. */
export type LoadTarget = {
  readonly kind: 'requests' | 'cpu';
  readonly size: BodySize;
  readonly peer: SubjectName;
  /** A multiple of the peer's speed. */
  readonly atLeast: number;
  /** What comes after that; null when this is all. */
  readonly later: number | null;
};

/** How soon Understudy means to be there, beside another server. */
export type StartUpTarget = {
  readonly kind: 'start-up';
  readonly cache: CompileCache;
  readonly peer: SubjectName;
  readonly peerCache: CompileCache;
  /** A multiple of the peer's time. */
  readonly atMost: number;
};

/** The server that is judged, the package as it is published. */
export const JUDGED: SubjectName = 'built';

export const LOAD_TARGETS: readonly LoadTarget[] = [
  { kind: 'cpu', size: 'small', peer: 'fastify', atLeast: 0.7, later: 0.95 },
  { kind: 'requests', size: 'small', peer: 'fastify', atLeast: 0.7, later: 0.95 },
  { kind: 'cpu', size: 'large', peer: 'fastify', atLeast: 0.4, later: 0.55 },
  { kind: 'requests', size: 'large', peer: 'fastify', atLeast: 0.4, later: 0.55 },
  { kind: 'requests', size: 'small', peer: 'prism', atLeast: 10, later: null },
  { kind: 'requests', size: 'small', peer: 'prism-silent', atLeast: 5, later: null },
  { kind: 'requests', size: 'large', peer: 'prism', atLeast: 4, later: null },
];

export const START_UP_TARGETS: readonly StartUpTarget[] = [
  { kind: 'start-up', cache: 'cold', peer: 'fastify', peerCache: 'none', atMost: 1.5 },
  { kind: 'start-up', cache: 'warm', peer: 'fastify', peerCache: 'none', atMost: 1.5 },
];
