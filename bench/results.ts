import type { BodySize } from './bodies.ts';
import type { Machine } from './machine.ts';
import type { SubjectName } from './subjects.ts';

/** What one server did under load for a few seconds. */
export type Sample = {
  readonly answers: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU time of the server, user and system; null where the system does not tell. */
  readonly cpuMs: number | null;
  /** CPU time of the process that made the load. */
  readonly loadCpuMs: number;
  /** Resident memory of the server afterwards; null where the system does not tell. */
  readonly rssBytes: number | null;
};

/** One server and one size of body, a sample a round. */
export type LoadSeries = {
  readonly subject: SubjectName;
  readonly size: BodySize;
  readonly samples: readonly Sample[];
};

/** How much Node had compiled before a start. */
export type CompileCache = 'none' | 'cold' | 'warm';

/** One way of starting a server, a figure a start. */
export type StartUpSeries = {
  readonly subject: SubjectName;
  readonly cache: CompileCache;
  /** Spawn to first good answer. */
  readonly ms: readonly number[];
};

export type Settings = {
  readonly rounds: number;
  /** Of load that counts, per sample. */
  readonly seconds: number;
  /** Of load that does not count, before each sample. */
  readonly warmUpSeconds: number;
  /** The same before the first sample of each server. */
  readonly firstWarmUpSeconds: number;
  readonly startUps: number;
  /** Requests of the soak, and users of one account. */
  readonly soakRequests: number;
  readonly connections: number;
  readonly pipelining: number;
};

/** Bytes of heap in use after everything that could be collected was. */
export type MemoryResults = {
  /** Fixed users of many accounts, pushed again and again: after a third of the requests, and after all. */
  readonly soak: { readonly requests: number; readonly settledBytes: number; readonly endBytes: number };
  /** Many users of one account, in the engine and in a plain Map of what was sent. */
  readonly users: { readonly users: number; readonly engineBytes: number; readonly mapBytes: number };
};

/** All that a run measured. */
export type Results = {
  readonly machine: Machine;
  readonly settings: Settings;
  readonly load: readonly LoadSeries[];
  readonly startUps: readonly StartUpSeries[];
  /** Null when it was not asked for. */
  readonly memory: MemoryResults | null;
};
