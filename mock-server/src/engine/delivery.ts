/** How an answer is mistreated on its way out; null stands for nothing of that kind. */
export type Delivery = {
  /** Milliseconds of real time before anything is written, or before the hang-up. */
  readonly delayMs: number;
  /** Nothing is written, and nothing hung up, before this is over. */
  readonly hold: Hold | null;
  /** How fast the body is written. */
  readonly bytesPerSecond: number | null;
  /** The connection is cut after so many bytes of body. */
  readonly cutAfterBytes: number | null;
  /** What Content-Length says, whatever the body has. */
  readonly contentLength: number | null;
  /** What is written in the place of an HTTP answer. */
  readonly garbage: string | null;
};

/** Something that has to end before an answer may leave. */
export type Hold = {
  readonly isOver: boolean;
  /** Calls back once when it ends, at once if it is over, unless the returned function is called before. */
  whenOver(callback: () => void): () => void;
};
