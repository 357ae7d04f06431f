import { below } from '../json.ts';
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
  readonly account?: string | null;
  readonly timeline?: readonly StepOrder[];
};

/** What an order comes to; the path of a problem is a JSON Pointer into the order. */
export type DecodedOrder =
  | { readonly kind: 'fault'; readonly definition: Omit<FaultDefinition, 'account'> }
  | { readonly kind: 'timeline'; readonly steps: readonly TimelineStep[] }
  | OrderProblem;

type OrderProblem = { readonly kind: 'problem'; readonly path: string; readonly message: string };

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** A line break would begin a header of its own. */
const HEADER_VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

/** Reads an order whose attributes are of the right kinds already. */
export function decodeFaultOrder(order: FaultOrder): DecodedOrder {
  const { timeline, account: _, ...fault } = order;
  if (timeline === undefined) return decodeOne(fault, '');
  if (fault.effect !== undefined || fault.preset !== undefined)
    return toProblem('/timeline', 'Give one of effect, preset and timeline, not several.');
  return decodeTimeline(timeline);
}

function decodeOne({ preset, effect, ...more }: OneFault, at: string): DecodedOrder {
  if (preset !== undefined) {
    if (effect !== undefined) return toProblem(`${at}/preset`, 'Give one of effect and preset, not both.');
    const named = presets[preset];
    return { kind: 'fault', definition: { ...named, ...more, name: more.name ?? preset } };
  }
  if (effect === undefined) return toProblem(`${at}/effect`, 'There is neither an effect nor a preset.');
  const problem = checkEffect(effect, `${at}/effect`);
  return problem ?? { kind: 'fault', definition: { ...more, effect } };
}

function decodeTimeline(timeline: readonly StepOrder[]): DecodedOrder {
  const steps: TimelineStep[] = [];
  for (const [index, { at_ms: atMs, arm, clear, for_ms: forMs }] of timeline.entries()) {
    const at = `/timeline/${index}`;
    if ((arm === undefined) === (clear === undefined)) return toProblem(at, 'Give one of arm and clear.');
    if (clear !== undefined) {
      if (forMs !== undefined) return toProblem(`${at}/for_ms`, 'Only what is armed can be cleared again.');
      steps.push({ atMs, clear: clear === '*' ? null : clear });
      continue;
    }
    const decoded = decodeOne(arm ?? {}, `${at}/arm`);
    if (decoded.kind !== 'fault') return decoded;
    const name = decoded.definition.name ?? `step-${index + 1}`;
    steps.push({ atMs, arm: { ...decoded.definition, name } });
    if (forMs !== undefined) steps.push({ atMs: atMs + forMs, clear: name });
  }
  return { kind: 'timeline', steps };
}

function checkEffect(effect: FaultEffect, at: string): OrderProblem | null {
  const { status, hang_up, delay_ms: delay, headers = {}, retry_after: retryAfter } = effect;
  if (status !== undefined && hang_up !== undefined)
    return toProblem(`${at}/hang_up`, 'A connection that is closed has no status; give one of the two.');
  if (typeof delay === 'object' && 'min' in delay && delay.min > delay.max)
    return toProblem(`${at}/delay_ms/max`, 'max is less than min.');
  if (typeof retryAfter === 'string' && !HEADER_VALUE.test(retryAfter))
    return toProblem(`${at}/retry_after`, 'A header cannot hold this text.');
  for (const [name, value] of Object.entries(headers)) {
    if (!TOKEN.test(name)) return toProblem(below(`${at}/headers`, name), 'This is no name of a header.');
    if (value !== null && (typeof value !== 'string' || !HEADER_VALUE.test(value)))
      return toProblem(
        below(`${at}/headers`, name),
        'A header holds a text in one line; null takes it away.',
      );
  }
  return null;
}

function toProblem(path: string, message: string): OrderProblem {
  return { kind: 'problem', path, message };
}
