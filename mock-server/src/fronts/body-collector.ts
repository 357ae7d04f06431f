/** Gathers a body chunk by chunk: keeps its beginning and only counts the rest. */
export type BodyCollector = {
  add(chunk: Uint8Array): void;
  /** How many bytes came, those that were not kept too. */
  readonly size: number;
  /** What was kept, in one piece. */
  bytes(): Uint8Array;
};

const NOTHING = new Uint8Array(0);

export function createBodyCollector(mostBytesKept: number): BodyCollector {
  let size = 0;
  let kept = 0;
  let only: Uint8Array = NOTHING;
  let chunks: Uint8Array[] | null = null;

  return {
    add(chunk) {
      size += chunk.byteLength;
      const room = mostBytesKept - kept;
      if (room === 0 || chunk.byteLength === 0) return;
      // A view would hold on to the whole of a large chunk for as long as the journal lives.
      const part = chunk.byteLength > room ? chunk.slice(0, room) : chunk;
      if (kept === 0) only = part;
      else if (chunks === null) chunks = [only, part];
      else chunks.push(part);
      kept += part.byteLength;
    },
    get size() {
      return size;
    },
    bytes() {
      if (chunks === null) return only;
      const whole = new Uint8Array(kept);
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.byteLength;
      }
      return whole;
    },
  };
}
