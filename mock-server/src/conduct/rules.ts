import type { components } from '@understudy/openapi/control/types';

/** How the client of one account behaved, as the desk shows it. */
export type Conduct = components['schemas']['Conduct'];
export type ConductKind = components['schemas']['ConductKind'];
export type Finding = components['schemas']['Finding'];

/** What a kind of finding is about. */
export type Rule = {
  /** `bad` loses or repeats data or burdens the vendor; a `note` may be meant so. */
  readonly level: Finding['level'];
  /** What was found, as the end of "The client …". */
  readonly says: string;
};

/** Everything that a client is judged by, the worst first. [assumed] but for Retry-After and Content-Type */
export const rules: Readonly<Record<ConductKind, Rule>> = {
  'retry-after': { level: 'bad', says: 'sent before a Retry-After had passed' },
  lost: { level: 'bad', says: 'went on without something that had failed' },
  'gave-up': { level: 'bad', says: 'stopped with something undelivered' },
  'duplicate-after-success': { level: 'bad', says: 'sent again what had just been accepted' },
  'retried-4xx': { level: 'bad', says: 'sent again unchanged what had been refused for good' },
  'out-of-order': {
    level: 'bad',
    says: 'had something accepted after what it sent later about the same user',
  },
  'no-growth': { level: 'bad', says: 'tried again and again without waiting longer' },
  'no-jitter': { level: 'note', says: 'waits by a pattern without chance' },
  'duplicate-after-unknown': { level: 'note', says: 'sent again what may have arrived' },
  'too-many-at-once': { level: 'note', says: 'had very many requests under way at once' },
  headers: { level: 'note', says: 'left out or misspelt a header that the reference recommends' },
};

/** Every kind, in the order of the rules. */
export const conductKinds: readonly ConductKind[] = Object.keys(rules).filter(isConductKind);

/** Tells the kinds of findings from other words. */
export function isConductKind(word: string): word is ConductKind {
  return Object.hasOwn(rules, word);
}
