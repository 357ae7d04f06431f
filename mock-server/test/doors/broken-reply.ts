import type { Reply } from './door.ts';

/** An answer of which only a part came. */
export class BrokenReply extends Error {
  /** What came of it. */
  readonly reply: Reply;

  constructor(reply: Reply, cause: unknown) {
    super('The answer broke off.', { cause });
    this.name = 'BrokenReply';
    this.reply = reply;
  }
}
