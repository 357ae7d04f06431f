const TWO_TO_32 = 4_294_967_296;

/** Numbers from 0 up to, but not including, 1; the same seed and place in the row give the same number. */
export function randomAt(seed: number, place: number): number {
  // Mulberry32: small, even, and the same on every platform. A seed may have more bits than its state.
  const mixed = (seed | 0) ^ Math.imul(Math.floor(seed / TWO_TO_32) | 0, 0x85ebca6b);
  let state = (Math.imul(mixed, 0x9e3779b1) + Math.imul(place + 1, 0x6d2b79f5)) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / TWO_TO_32;
}
