import type { OperationId } from '@understudy/openapi/contract';
import type { FaultEffect, FaultMatch } from '../engine/faults/fault.ts';
import type { FaultOrder, StepOrder } from '../engine/faults/fault-order.ts';
import type { PresetName } from '../engine/faults/presets.ts';
import type { AnyBody, ExpectedBody } from './matcher.ts';

/** What is to be armed, as the desk takes it: one fault, a preset or a timeline; whom it is for, its owner says. */
export type UserlistFaultOrder = Omit<FaultOrder, 'account' | 'operation' | 'match'> &
  (
    | { readonly effect: FaultEffect }
    | { readonly preset: PresetName }
    | { readonly timeline: readonly StepOrder[] }
  ) &
  (
    | {
        readonly [Id in OperationId]: {
          readonly operation: Id;
          readonly match?: Match<ExpectedBody<Id>> | null;
        };
      }[OperationId]
    | { readonly operation?: null; readonly match?: Match<AnyBody> | null }
  );

type Match<Body> = Omit<FaultMatch, 'body'> & { readonly body?: Body | null };
