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
export type { Engine, ResetPart } from './engine/engine.ts';
export type { Delivered, Exchange } from './engine/exchange.ts';
export type { DelayEffect, Fault, FaultDefinition, FaultEffect, FaultMatch } from './engine/faults/fault.ts';
export { type DecodedOrder, decodeFaultOrder, type FaultOrder } from './engine/faults/fault-order.ts';
export { type PresetName, presets } from './engine/faults/presets.ts';
export { createIds, type Ids } from './engine/ids.ts';
export type { Journal, JournalBounds, JournalNote } from './engine/journal.ts';
export { explainLimiter, type LastRefusal, type LimiterState } from './engine/limiter.ts';
export type { Answer, Outcome, SettledOutcome } from './engine/outcome.ts';
export type { Settings, SettingsChange } from './engine/settings.ts';
export type { LogEntry, LoggedCall, Store } from './engine/store.ts';
export { realTimer, type Timer } from './engine/timer.ts';
export { UsageError } from './engine/usage-error.ts';
export { createUserlistEngine, type UserlistEngine, type UserlistEngineOptions } from './userlist.ts';
