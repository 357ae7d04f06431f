/** What a request is about, for those who compare requests with each other. */
export type Item = {
  /** The normalised payload, with what stood in the path; undefined when it cannot be read. */
  readonly payload: unknown;
  /** What it asks for: the same when it is sent again. Mostly the payload. */
  readonly content: unknown;
  /** Whom it is about, so that the order of what is about one can be looked at; null when nobody can be told. */
  readonly subject: string | null;
  /** What it is called in a sentence. */
  readonly label: string;
  /** Whether it says how something is, so that a later one about the same takes its place. */
  readonly isState: boolean;
  /** Whether it says itself when it happened, so that the same one cannot happen twice. */
  readonly isDated: boolean;
  /** Whether it may be sent again when nobody knows whether it arrived; not what people would receive twice. */
  readonly isRepeatable: boolean;
};
