export { armFault } from './control/arm-fault.ts';
export { changeSettings } from './control/change-settings.ts';
export type { ClockOrder } from './control/clock.ts';
export { steerClock } from './control/steer-clock.ts';
export { createTokenMask } from './control/token-mask.ts';
export { decodeRateLimit } from './decode-rate-limit.ts';
export { maskKey } from './engine/account.ts';
export type { Call } from './engine/call.ts';
export {
  type Clock,
  type ClockMode,
  createManualClock,
  createSystemClock,
  type ManualClock,
  type SteeredClock,
} from './engine/clock.ts';
export type { Change, Diagnostic, Explanation } from './engine/diagnostic.ts';
export type { Difference } from './engine/differences.ts';
export type { Engine, ResetPart } from './engine/engine.ts';
export type { Delivered, Exchange } from './engine/exchange.ts';
export type { DelayEffect, Fault, FaultDefinition, FaultEffect, FaultMatch } from './engine/faults/fault.ts';
export {
  type DecodedOrder,
  decodeFaultOrder,
  type FaultOrder,
  type StepOrder,
} from './engine/faults/fault-order.ts';
export { type PresetName, presets } from './engine/faults/presets.ts';
export type { TimelineStep } from './engine/faults/timelines.ts';
export { createIds, type Ids } from './engine/ids.ts';
export type { Journal, JournalBounds, JournalNote } from './engine/journal.ts';
export { createKeyMask } from './engine/key-mask.ts';
export { explainLimiter, type LastRefusal, type LimiterState } from './engine/limiter.ts';
export type { Answer, Outcome, SettledOutcome } from './engine/outcome.ts';
export type { Refusal } from './engine/refusal.ts';
export type { Seed, Seeding } from './engine/seeding.ts';
export type { Settings, SettingsChange } from './engine/settings.ts';
export type { LogEntry, LoggedCall, Store } from './engine/store.ts';
export { realTimer, type Timer } from './engine/timer.ts';
export { UsageError } from './engine/usage-error.ts';
export { createUserlistEngine, type UserlistEngine, type UserlistEngineOptions } from './userlist.ts';
export { expectExactly, expectExchange, expectNoExchange } from './verify/expect-exchange.ts';
export { ExpectationError } from './verify/expectation-error.ts';
export type { Match } from './verify/match.ts';
export type { Matcher } from './verify/matcher.ts';
export type { NearMiss } from './verify/near-misses.ts';
export { type WaitOptions, waitForExchange } from './verify/wait-for-exchange.ts';
