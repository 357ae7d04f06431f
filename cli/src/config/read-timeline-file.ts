import type { FaultOrder, StepOrder } from '@understudy/mock-server';
import { UsageError } from '../usage-error.ts';
import { type DecodedOrders, decodeFaults, decodeTimeline } from './decode-orders.ts';
import type { Mistake } from './mistake.ts';
import { type ConfigFile, readConfigFile } from './read-config-file.ts';
import { TIMELINE_FILE } from './schema.ts';
import { throwMistakes } from './throw-mistakes.ts';

type Timeline = readonly StepOrder[] | FaultOrder;

/**
 * Reads a timeline from a file of its own, for the account it names or else for the one given, by its key. Throws a
 * UsageError that shows all mistakes.
 */
export async function readTimelineFile(
  name: string,
  folder: string,
  account: string | null,
): Promise<DecodedOrders['timelines']> {
  const file = await readConfigFile<Timeline>(name, folder, TIMELINE_FILE);
  if (file === null) throw new UsageError(`${name} cannot be read: there is no such file.`);
  const { timelines, mistakes } = decode(file, account);
  throwMistakes(mistakes, file.blame);
  return timelines;
}

function decode({ value, blame }: ConfigFile<Timeline>, account: string | null): DecodedOrders {
  const blameAt = () => (message: string) => blame({ path: [], message });
  const decoded = isSteps(value)
    ? decodeTimeline(value, account, [], blameAt)
    : decodeFaults([value], account, [], blameAt);
  // Both take it for a part of something.
  const toOwn = (mistake: Mistake): Mistake => ({ ...mistake, path: mistake.path.slice(1) });
  return { ...decoded, mistakes: decoded.mistakes.map(toOwn) };
}

function isSteps(timeline: Timeline): timeline is readonly StepOrder[] {
  return Array.isArray(timeline);
}
