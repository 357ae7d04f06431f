declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  /** What the bench uses of it; the package brings no types. */
  type Options = {
    readonly url: string;
    readonly connections: number;
    readonly pipelining: number;
    /** Seconds. */
    readonly duration: number;
    /** Milliseconds between two looks at whether the time is over. */
    readonly sampleInt: number;
    /** Sent in turn by each connection. */
    readonly requests: readonly {
      readonly method: string;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }[];
  };

  type Result = {
    readonly errors: number;
    readonly timeouts: number;
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  };

  /** Emits `response` with the client, the status, the bytes and the milliseconds as a fraction. */
  function autocannon(options: Options, done: (error: Error | null, result: Result) => void): EventEmitter;

  export = autocannon;
}
