import type { Engine } from '../engine/engine.ts';
import type { Fault } from '../engine/faults/fault.ts';
import type { FaultOrder } from '../engine/faults/fault-order.ts';
import { carryOutOrder } from './carry-out-order.ts';
import { checkOrder } from './check-order.ts';
import { throwProblem } from './throw-problem.ts';

/**
 * Arms what an order says, written as the desk takes it: one fault, a preset or a timeline. Returns what is armed now
 * by this order. Throws a UsageError on anything that is no such order, one out of a file too, and when there is no room.
 */
export function armFault<World>(engine: Engine<World>, order: FaultOrder): readonly Fault[] {
  checkOrder(order, 'armFault');
  return throwProblem(carryOutOrder(engine, order)).faults;
}
