import type { FaultDefinition, SettingsChange, TimelineStep } from '@understudy/mock-server';
import type { OperationId } from '@understudy/openapi/contract';

/** Tells of a mistake in something, with the place where that was written down. */
export type Blame = (message: string) => string;

/** Something for an account, by its push key or handle. */
type Prepared<Account, Thing> = Thing & { readonly account: Account; readonly blame: Blame };

/** What a stand-in is made to be before it is ready. */
export type Preparation = {
  /** What applies to every account that has nothing else set. */
  readonly defaults: Pick<SettingsChange, 'features' | 'lists'>;
  readonly settings: readonly Prepared<string, { readonly change: SettingsChange }>[];
  /** In the order in which they are to be stored; null is the account of the push key that is shown. */
  readonly seeds: readonly Prepared<
    string | null,
    { readonly operation: OperationId; readonly payload: unknown }
  >[];
  /** Null is every account. */
  readonly faults: readonly Prepared<
    string | null,
    { readonly definition: Omit<FaultDefinition, 'account'> }
  >[];
  /** Null is every account. */
  readonly timelines: readonly Prepared<string | null, { readonly steps: readonly TimelineStep[] }>[];
};

/** A stand-in as it comes. */
export const NOTHING_PREPARED: Preparation = {
  defaults: {},
  settings: [],
  seeds: [],
  faults: [],
  timelines: [],
};
