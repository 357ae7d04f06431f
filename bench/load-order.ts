import type { BodySize } from './bodies.ts';
import type { Sample } from './results.ts';

/** What the process that makes the load is told to do. */
export type LoadOrder = {
  readonly url: string;
  /** Of the server under load. */
  readonly pid: number;
  readonly size: BodySize;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly pipelining: number;
};

/** What it says when it is done. */
export type LoadReport = { readonly sample: Sample } | { readonly problem: string };
