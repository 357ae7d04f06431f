import { ALL, checkDefinition, type OrderProblem, toOrderProblem } from './check-definition.ts';
import type { FaultDefinition, FaultEffect } from './fault.ts';
import { type PresetName, presets } from './presets.ts';
import type { TimelineStep } from './timelines.ts';

type OneFault = Omit<FaultDefinition, 'effect' | 'account'> & {
  readonly effect?: FaultEffect;
  readonly preset?: PresetName;
};

/** One step of a timeline as it is written down. */
export type StepOrder = {
  readonly at_ms: number;
  readonly arm?: OneFault;
  /** The name of a fault, or `*` for all of the account. */
  readonly clear?: string;
  /** With `arm`: clears it again after so many milliseconds. */
  readonly for_ms?: number;
};

/** What is to be armed, as it is written down: one fault, a preset or a timeline. */
export type FaultOrder = OneFault & {
  /** By push key or handle; null or absent means every account. */
  readonly account?: string | null;
  readonly timeline?: readonly StepOrder[];
};

/** What an order comes to; the path of a problem is a JSON Pointer into the order. */
export type DecodedOrder =
  | { readonly kind: 'fault'; readonly definition: Omit<FaultDefinition, 'account'> }
  | { readonly kind: 'timeline'; readonly steps: readonly TimelineStep[] }
  | OrderProblem;

/** Reads an order whose attributes are of the right kinds already. */
export function decodeFaultOrder(order: FaultOrder): DecodedOrder {
  const { timeline, account: _, ...fault } = order;
  if (timeline === undefined) return decodeOne(fault, '');
  const [beside] = Object.entries(fault).find(([, value]) => value != null) ?? [];
  if (beside === 'effect' || beside === 'preset')
    return toOrderProblem('/timeline', 'Give one of effect, preset and timeline, not several.');
  // It would be ignored, and the test pass for another reason than its author believes.
  if (beside !== undefined)
    return toOrderProblem(`/${beside}`, `In a timeline ${beside} belongs into the arm of a step.`);
  return decodeTimeline(timeline);
}

function decodeOne({ preset, effect, ...more }: OneFault, at: string): DecodedOrder {
  if (preset !== undefined && effect !== undefined)
    return toOrderProblem(`${at}/preset`, 'Give one of effect and preset, not both.');
  const named = preset === undefined ? {} : presets[preset];
  const standard = effect === undefined ? named : { effect };
  const definition = { ...standard, ...withoutNulls(more) };
  if (!hasEffect(definition))
    return toOrderProblem(`${at}/effect`, 'There is neither an effect nor a preset; give one of them.');
  return checkDefinition(definition, at) ?? { kind: 'fault', definition };
}

function hasEffect(definition: Partial<FaultDefinition>): definition is FaultDefinition {
  return definition.effect !== undefined;
}

/** What is null is as good as absent: it must not overwrite what a preset has. */
function withoutNulls(fault: Partial<FaultDefinition>): Partial<FaultDefinition> {
  return Object.fromEntries(
    Object.entries(fault).filter(([, value]) => value !== null && value !== undefined),
  );
}

function decodeTimeline(timeline: readonly StepOrder[]): DecodedOrder {
  const steps: TimelineStep[] = [];
  for (const [index, { at_ms: atMs, arm, clear, for_ms: forMs }] of timeline.entries()) {
    const at = `/timeline/${index}`;
    if (arm !== undefined && clear === undefined) {
      const decoded = decodeOne(arm, `${at}/arm`);
      if (decoded.kind !== 'fault') return decoded;
      const name = decoded.definition.name ?? `step-${index + 1}`;
      steps.push({ atMs, arm: { ...decoded.definition, name }, forMs: forMs ?? null });
    } else if (clear !== undefined && arm === undefined) {
      if (forMs !== undefined)
        return toOrderProblem(`${at}/for_ms`, 'Only what is armed can be cleared again; give it to an arm.');
      steps.push({ atMs, clear: clear === ALL ? null : clear });
    } else {
      return toOrderProblem(at, 'Give one of arm and clear.');
    }
  }
  return { kind: 'timeline', steps };
}
