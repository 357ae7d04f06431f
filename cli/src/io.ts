/** Why a command is asked to stop; `orphaned` means that the npm or npx which ran it is gone. */
export type StopReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'orphaned';

/** Where text goes. */
export type Output = {
  write(text: string): void;
  readonly isTerminal: boolean;
};

/** All that a command may touch of its process; tests bring their own. */
export type Io = {
  readonly stdin: { readonly isTerminal: boolean; readonly chunks: AsyncIterable<Uint8Array> };
  /** For what was asked for. */
  readonly stdout: Output;
  /** For progress, logs and complaints. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly pid: number;
  /** The folder it was run in. */
  readonly cwd: string;
  /**
   * Calls back on every request to stop until the returned function is called; without a listener the process just ends.
   * Without a terminal SIGHUP is none, unless it is asked for.
   */
  onStop(listener: (reason: StopReason) => void, options?: { readonly withHangUp?: boolean }): () => void;
  /** Milliseconds from any fixed point. */
  elapsed(): number;
  sleep(ms: number): Promise<void>;
};
