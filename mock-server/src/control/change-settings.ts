import type { components } from '@understudy/openapi/control/types';
import type { Engine } from '../engine/engine.ts';
import { checkOrder } from './check-order.ts';
import { applySettings, renderSettings } from './settings.ts';
import { throwProblem } from './throw-problem.ts';

/**
 * Changes the settings of an account, by push key or handle, written as the desk takes them. Returns what applies to it
 * now. Throws a UsageError on anything that is no such change.
 */
export function changeSettings<World>(
  engine: Engine<World>,
  account: string,
  change: components['schemas']['SettingsChange'],
): components['schemas']['Settings'] {
  checkOrder(change, 'putSettings');
  return renderSettings(throwProblem(applySettings(engine, account, change)));
}
