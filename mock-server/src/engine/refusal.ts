/** An expected answer other than success: a value, never thrown. */
export type Refusal = {
  readonly kind: 'refusal';
  /** The vendor's name for it. */
  readonly code: string;
  /** Only where the contract has no such code. */
  readonly status?: number;
  /** The texts of the answer; absent means the one text that the contract has for this code. */
  readonly texts?: readonly string[];
  /** Values for the `{…}` of the contract's text. */
  readonly fill?: Readonly<Record<string, string | number>>;
  /** Headers beyond those of every refusal; names and values in turn. */
  readonly headers?: readonly string[];
  /** Why, in words for the journal; the vendor would not say it. */
  readonly reason: string;
};

/** Makes a refusal; `reason` says why in words for the journal. */
export function refuse(code: string, reason: string, more: Partial<Refusal> = {}): Refusal {
  return { kind: 'refusal', code, reason, ...more };
}
