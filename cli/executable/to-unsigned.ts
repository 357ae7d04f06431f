const AT_HEADER = 0x3c;
/** Behind `PE\0\0` and the COFF header, for 64 bits. */
const OPTIONAL_HEADER = 24;
const IS_64_BIT = 0x20b;
/** The fifth of the directories, which begin 112 bytes into the optional header and have 8 bytes each. */
const CERTIFICATES = 112 + 4 * 8;

/**
 * A Windows program without its signature, which would not hold for what is put in, and would be taken for the place to
 * sign at. Throws on what is no program for 64 bits.
 */
export function toUnsigned(program: Buffer): Buffer {
  const header = program.length > AT_HEADER + 4 ? program.readUInt32LE(AT_HEADER) : program.length;
  const optional = header + OPTIONAL_HEADER;
  const entry = optional + CERTIFICATES;
  if (program.length < entry + 8 || program.readUInt16LE(optional) !== IS_64_BIT)
    throw new Error('What should be Node for Windows is no program for 64 bits.');
  const [start, size] = [program.readUInt32LE(entry), program.readUInt32LE(entry + 4)];
  if (size === 0) return program;
  if (start + size !== program.length)
    throw new Error('The signature of Node for Windows is not at its end, where it can be cut off.');
  const unsigned = Buffer.from(program.subarray(0, start));
  unsigned.fill(0, entry, entry + 8);
  return unsigned;
}
