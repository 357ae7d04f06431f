import type { Call } from '../src/engine/call.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { SettledOutcome } from '../src/engine/outcome.ts';

/** The outcome of a call to an engine that keeps nothing on disk, and so knows it at once. */
export function answerNow<World>(engine: Engine<World>, call: Call): SettledOutcome {
  const outcome = engine.answer(call);
  if (outcome.kind === 'later') throw new Error('Only an engine with a store answers later.');
  return outcome;
}
