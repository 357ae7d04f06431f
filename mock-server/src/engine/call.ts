/** One request as a front received it. */
export type Call = {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly host: string;
  /** Values by lower-case name; where a name came twice, the value that HTTP lets win. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Names and values in turn, in the order and spelling of the sender. */
  readonly rawHeaders: readonly string[];
  /** What was received of the body, cut at the size limit. */
  readonly bytes: Uint8Array;
  /** How many bytes of body were received, those beyond `bytes` too. */
  readonly size: number;
  /** False when the sender went away in the middle of the body. */
  readonly complete: boolean;
  /** Epoch milliseconds on the engine's clock. */
  readonly receivedAt: number;
  /** The name of the front it came through. */
  readonly door: string;
};

/** The value of a header of which one value counts; empty when it was not sent. */
export function headerOf(call: Pick<Call, 'headers'>, name: string): string {
  const value = call.headers[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** The path of a request target, without query and fragment. */
export function pathOf(target: string): string {
  const end = target.search(/[?#]/);
  return end === -1 ? target : target.slice(0, end);
}
