import type { MessageDialect } from '@understudy/openapi/contract';
import { findMisplaced, type Misplaced } from '@understudy/transformer';
import { isObject } from '../../../engine/json.ts';
import type { Notes } from '../diagnostics.ts';

/** Notes what stands in the wrong place of a message; `isIgnored` where it is accepted without a user. */
export function noteMessage(
  message: unknown,
  dialect: MessageDialect,
  isIgnored: boolean,
  notes: Notes,
): void {
  for (const { code, path } of findMisplaced(message)) notes.add(code, path, SENTENCES[dialect][code]);
  if (!isIgnored) return;
  const isThere = isObject(message) && Object.hasOwn(message, 'userId');
  const problem = isThere ? 'a userId that is no id' : 'no userId';
  notes.add(
    'anonymous-ignored',
    isThere ? '/userId' : '',
    `The message has ${problem}, and Userlist keeps no anonymous users, so nothing was stored; identify the user first.`,
  );
}

const SENTENCES: Readonly<Record<MessageDialect, Readonly<Record<Misplaced['code'], string>>>> = {
  rudderstack: {
    'misplaced-integrations':
      'integrations stands among the traits and leaves them; it is heeded unless the message has some beside them. Give it as the third argument of group.',
    'misplaced-context':
      'context stands among the properties and leaves them; its groupId is heeded unless the message has one beside them. Give it as the third argument of track.',
  },
  segment: {
    'misplaced-integrations':
      'integrations stands among the traits and was left out; give it as the third argument of group.',
    'misplaced-context':
      'context stands among the properties and is kept as one of them; its groupId is not heeded. Give it as the third argument of track.',
  },
};
