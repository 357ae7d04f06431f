/** The first line of a request that a proxy is to pass on: a tunnel, or a whole address in the place of a path. */
const LINE =
  /^(?:CONNECT |[A-Z]{1,20} (?:https?|wss?):\/\/(?:[^\s/?#@]*@)?)([^\s/:?#]+)(?::\d*)?(?:[/?#]\S*)? HTTP\/1\.[01]\r\n/i;

/** Enough for the first line of any request that is meant for one of the hosts. */
const MOST_BYTES = 4096;
const [A, Z] = [0x41, 0x5a];

/** The host that a proxy is asked to reach by what is written to it; null where this is no such request. */
export function findProxiedHost(written: unknown): string | null {
  if (!beginsWithCapital(written)) return null;
  const head = typeof written === 'string' ? written.slice(0, MOST_BYTES) : toText(written);
  return LINE.exec(head)?.[1] ?? null;
}

/** As every method does, and next to nothing else; everything that is written comes by here. */
function beginsWithCapital(written: unknown): written is string | Uint8Array {
  const first =
    typeof written === 'string'
      ? written.charCodeAt(0)
      : written instanceof Uint8Array
        ? (written[0] ?? 0)
        : 0;
  return first >= A && first <= Z;
}

const toText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MOST_BYTES)).toString('latin1');
