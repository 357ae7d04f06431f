import type { Engine } from '../engine/engine.ts';
import { checkOrder } from './check-order.ts';
import { type ClockOrder, type RenderedClock, steer } from './clock.ts';
import { throwProblem } from './throw-problem.ts';

/**
 * Stops, sets or advances the time of an engine or of one account, with an order written as the desk takes it. Returns
 * the time it is now, as the desk tells it. Throws a UsageError on anything that is no such order.
 */
export function steerClock<World>(engine: Engine<World>, order: ClockOrder): RenderedClock {
  checkOrder(order, 'steerClock');
  return throwProblem(steer(engine, order));
}
