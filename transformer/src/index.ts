export type { Dialect, Misplaced } from './extensions.ts';
export { findMisplaced } from './extensions.ts';
export { identifierPaths } from './identifier-paths.ts';
export { isAnonymous, readSentType } from './message.ts';
export type { Outcome, PushRequest, Rejected, Requests, Skipped } from './outcome.ts';
export { type Options, toPushRequests } from './to-push-requests.ts';
