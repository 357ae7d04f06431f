/** A test left something behind, or the stand-in failed under it; the message says what, and what to do. */
export class LeftoverError extends Error {
  override readonly name = 'LeftoverError';

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n  '));
    // Where that was found out is no line of the test, and runners would print it as if it were.
    this.stack = `${this.name}: ${this.message}`;
  }
}
