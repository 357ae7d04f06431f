import type { Evidence } from './evidence.ts';

/** Something in a request, accepted or refused, that was probably not meant so; data on an exchange, never part of an answer. */
export type Diagnostic = {
  readonly code: string;
  readonly level: 'warning' | 'info';
  /** JSON Pointer into the body as it was read, or into what it became; empty for the request as a whole. */
  readonly path: string;
  /** One sentence. */
  readonly message: string;
  readonly evidence: Evidence;
};

/** One step of what an accepted request did to the state of its account. */
export type Change = {
  readonly kind: 'created' | 'updated' | 'unchanged' | 'deleted' | 'ignored';
  readonly resource: string;
  /** What the resource is known by. */
  readonly key: string;
  /** What it had before of that which changed; null when there was nothing. */
  readonly before: unknown;
  /** What it has since; null when it is gone. */
  readonly after: unknown;
};

/** What a service can tell of an exchange when somebody reads it. */
export type Explanation = {
  readonly diagnostics: readonly Diagnostic[];
  readonly diagnosticsDropped: number;
  readonly changes: readonly Change[];
  /** How many more changes were made than are told of. */
  readonly changesDropped: number;
  /** The body with its keys as they are stored, or as they were sent where it became something else; undefined when it could not be read. */
  readonly body: unknown;
  /** What the body became, where that is something else: the operation that it stands for, with its payload. */
  readonly became?: { readonly operation: string; readonly body: unknown };
};
