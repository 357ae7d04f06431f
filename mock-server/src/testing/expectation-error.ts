/** Where the desk's sentences begin. One that a body holds by chance begins a line too, and harms nobody. */
const NEXT_SENTENCE =
  / (?=Instead came: |Nothing else came\.|\d+ came under |Closest is ex_|Next is ex_|The journal had to drop )/;

/** What is in the journal is not what was expected, or that cannot be told; the message says what is there instead. */
export class ExpectationError extends Error {
  override readonly name = 'ExpectationError';

  constructor(message: string) {
    super(message.split(NEXT_SENTENCE).join('\n  '));
  }
}
