import type { Contract, OperationId } from '@understudy/openapi/contract';
import type { Objections, Service } from '../../engine/service.ts';
import { createNotes, noteSharedEmail } from './diagnostics.ts';
import { interpret } from './interpret/operations.ts';
import { createReader } from './interpret/reader.ts';
import type { MeaningReader } from './meaning.ts';
import type { OperationTable } from './operation-table.ts';
import type { AppliedRequest } from './world/applied.ts';
import { findSharedEmails } from './world/shared-emails.ts';
import type { World } from './world/world.ts';

/** What strict mode has against a request that would be accepted: its warnings, each sentence once. [assumed] */
export function createObjections(
  contract: Contract,
  operations: OperationTable,
  meaningOf: MeaningReader,
  toName: (text: string) => string,
): Service<World>['objections'] {
  return (call, route, world, { now, params }) => {
    const warnings = createNotes(contract, 'warning');
    const id = route.id as OperationId;
    const reading = operations[id].read(call, warnings);
    const read = reading.kind === 'payload' ? reading.payload : {};
    const meaning = meaningOf(id, read, params, warnings);
    // No id is used up: nothing comes of these intents.
    const how = { contract, toName, nextId: () => '' };
    const intents =
      meaning.kind === 'request'
        ? interpret(meaning.operation, createReader(contract, warnings), meaning.payload, how)
        : [];
    const sharing = findSharedEmails(world, intents, now).slice(0, contract.bounds.diagnostics);
    for (const key of sharing) noteSharedEmail(warnings, key);
    return {
      texts: [...new Set(warnings.list.map(({ message }) => message))],
      record: sharing.length === 0 ? null : toRecord(sharing),
    } satisfies Objections;
  };
}

/** The journal cannot tell it from the bytes afterwards: it needs the world as it was. */
function toRecord(sharing: readonly string[]): AppliedRequest {
  return { applied: [], dropped: 0, weight: sharing.join('').length, sharing };
}
