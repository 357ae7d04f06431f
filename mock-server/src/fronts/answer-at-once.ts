import type { Call } from '../engine/call.ts';
import type { Engine } from '../engine/engine.ts';
import type { SettledOutcome } from '../engine/outcome.ts';

/** The outcome of a call that cannot be accepted, and so waits for no disk. */
export function answerAtOnce<World>(engine: Engine<World>, call: Call): SettledOutcome {
  const outcome = engine.answer(call);
  if (outcome.kind === 'later') throw new Error('A call that cannot be accepted was.');
  return outcome;
}
