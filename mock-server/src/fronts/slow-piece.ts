/** A piece of a body that leaves slowly. */
export type SlowPiece = {
  readonly bytes: Uint8Array;
  /** How long it takes, in milliseconds: it leaves when they are over. */
  readonly afterMs: number;
};

/** [assumed] Often enough to look like a slow line, seldom enough to cost nothing. */
const PIECES_PER_SECOND = 10;

/** The piece that begins at an offset, never faster than so many bytes per second. */
export function toSlowPiece(body: Uint8Array, at: number, bytesPerSecond: number): SlowPiece {
  const size = Math.max(1, Math.floor(bytesPerSecond / PIECES_PER_SECOND));
  const bytes = body.subarray(at, at + size);
  return { bytes, afterMs: Math.ceil((bytes.byteLength * 1000) / bytesPerSecond) };
}
