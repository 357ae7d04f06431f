const UNITS = ['KB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/**
 * Prints a number of whole bytes the way the 413 text does: units of 1024, three significant digits, no trailing zeros.
 *
 * `[documented]` for 1 MB and 100 KB; `[assumed]` for the rest, as Rails' `number_to_human_size` prints it, with its
 * oddity that just below the next unit four digits lose their last one (`1020 KB`).
 */
export function renderByteSize(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 Byte' : `${bytes} Bytes`;
  let size = bytes / 1024;
  let unit = 0;
  // Dividing by 1024 is exact; a logarithm would call one byte less than a petabyte a petabyte.
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${Number(size.toPrecision(3))} ${UNITS[unit]}`;
}
