/**
 * A body as far as it has come: its beginning is kept and the rest only counted. Plain data, since one is made for every
 * request: an object with a getter of its own would also cost a hidden class each time.
 */
export type BodyCollector = {
  /** How many bytes came, those that were not kept too. */
  size: number;
  kept: number;
  readonly mostKept: number;
  /** What was kept, while it is one piece. */
  only: Uint8Array;
  chunks: Uint8Array[] | null;
};

const NOTHING = new Uint8Array(0);

export function createBodyCollector(mostKept: number): BodyCollector {
  return { size: 0, kept: 0, mostKept, only: NOTHING, chunks: null };
}

export function addChunk(body: BodyCollector, chunk: Uint8Array): void {
  body.size += chunk.byteLength;
  const room = body.mostKept - body.kept;
  if (room === 0 || chunk.byteLength === 0) return;
  // A view would hold on to the whole of a large chunk for as long as the journal lives.
  const part = chunk.byteLength > room ? chunk.slice(0, room) : chunk;
  if (body.kept === 0) body.only = part;
  else if (body.chunks === null) body.chunks = [body.only, part];
  else body.chunks.push(part);
  body.kept += part.byteLength;
}

/** How many bytes count as read; of the piece in which the cap lies, the rest came by the accident of how it was cut. */
export function toSize({ size, kept }: BodyCollector, readCapBytes: number): number {
  return Math.min(size, Math.max(readCapBytes, kept));
}

/** What was kept, in one piece. */
export function toBytes({ only, chunks, kept }: BodyCollector): Uint8Array {
  if (chunks === null) return only;
  const whole = new Uint8Array(kept);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
