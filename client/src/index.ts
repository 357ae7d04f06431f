export type { Clock } from './clock.ts';
export type {
  CallOptions,
  CompanyDeletionPayload,
  CompanyPayload,
  EventPayload,
  MessagePayload,
  PushClient,
  PushClientOptions,
  RelationshipDeletionPayload,
  RelationshipPayload,
  UserDeletionPayload,
  UserPayload,
} from './create-push-client.ts';
export { createPushClient } from './create-push-client.ts';
export type {
  AbortedFailure,
  HttpFailure,
  NetworkFailure,
  NotSentFailure,
  PushAccepted,
  PushFailure,
  PushResult,
  TimeoutFailure,
} from './push-result.ts';
export type { RateLimit } from './rate-limit.ts';
export type { RetryOptions } from './retry-policy.ts';
