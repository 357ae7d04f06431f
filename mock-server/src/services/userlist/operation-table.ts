import type { Check, Decoders, Violation } from '@understudy/openapi/checks';
import type { Contract, OperationId, PushOperationId } from '@understudy/openapi/contract';
import { type Refusal, refuse } from '../../engine/refusal.ts';
import type { Context, Decision, Operation } from '../../engine/service.ts';
import { isAddress, isMailbox } from './address.ts';
import { createMessageReader } from './incoming/read-message.ts';
import { interpret } from './interpret/operations.ts';
import { createReader } from './interpret/reader.ts';
import { createAccountDecoders } from './known-names.ts';
import { type MeaningReader, withParams } from './meaning.ts';
import { createPlanCheck, toNotInPlan } from './plan.ts';
import type { BodyReader } from './read-body.ts';
import { applyIntents } from './world/apply.ts';
import type { World } from './world/world.ts';

export type OperationTableOptions = {
  readonly contract: Contract;
  readonly checks: Readonly<Record<string, Check>>;
  readonly readBody: BodyReader;
  readonly meaningOf: MeaningReader;
  readonly toName: (text: string) => string;
};

/** How one operation reads bodies, with notes on them where somebody wants those. */
export type UserlistOperation = Operation<World> & { readonly read: BodyReader };

export type OperationTable = Readonly<Record<OperationId, UserlistOperation>>;

const ROOT = { pointer: '', names: [] };

/** Every operation of the contract: those that take payloads as they are, those that take messages as what they mean. */
export function createOperationTable(options: OperationTableOptions): OperationTable {
  const { contract, checks, readBody, meaningOf, toName } = options;
  const { operations } = contract;
  const checkPlan = createPlanCheck(contract);
  const decodersOf = createAccountDecoders({ address: isAddress, mailbox: isMailbox });

  const createDecider = (id: PushOperationId) => {
    const { schema } = operations[id];
    const check = checks[schema];
    if (check === undefined) throw new Error(`The contract has no check for the body of ${id}.`);
    return (payload: ReturnType<typeof withParams>, context: Context): Refusal | Decision<World> => {
      const { now, nextId, settings } = context;
      const forbidden = checkPlan(payload, schema, settings);
      if (forbidden !== null) return forbidden;
      const decoders = decodersOf(settings.lists);
      if (!check.is(payload, decoders)) return toInvalid(check, payload, decoders);
      const intents = interpret(id, createReader(contract, undefined), payload, { contract, toName, nextId });
      return { kind: 'decision', apply: (world) => applyIntents(world, intents, now) };
    };
  };
  const deciders = new Map<PushOperationId, ReturnType<typeof createDecider>>();
  const deciderOf = (id: PushOperationId) => {
    const decide = deciders.get(id) ?? createDecider(id);
    deciders.set(id, decide);
    return decide;
  };

  const toOperation = (id: OperationId): UserlistOperation => {
    const operation = operations[id];
    if (operation.takes === 'payload') {
      const decide = deciderOf(operation.like);
      return {
        feature: operation.feature,
        read: readBody,
        decide: (read, context) => decide(withParams(read, context.params), context),
      };
    }
    return {
      feature: '',
      read: createMessageReader(contract, operation.dialect),
      decide(read, context) {
        const meaning = meaningOf(id, read, context.params);
        if (meaning.kind === 'refusal') return meaning;
        if (meaning.kind === 'nothing') return NOTHING;
        const { feature } = operations[meaning.operation];
        if (context.settings.features[feature] === false) return toNotInPlan(feature);
        return deciderOf(meaning.operation)(meaning.payload, context);
      },
    };
  };

  const ids = Object.keys(operations) as OperationId[];
  return Object.fromEntries(ids.map((id) => [id, toOperation(id)])) as OperationTable;
}

const NOTHING: Decision<World> = { kind: 'decision', apply: (world) => applyIntents(world, [], 0) };

/** All failing checks at once, one text for each. [assumed] but for `User must exist` */
function toInvalid(check: Check, payload: unknown, decoders: Decoders): Refusal {
  const violations: Violation[] = [];
  check.explain(payload, ROOT, violations, decoders);
  const where = violations
    .map(({ pointer, text }) => `${text} (${pointer === '' ? 'the payload' : pointer})`)
    .join('; ');
  return refuse('unprocessable_content', `The payload is invalid: ${where}.`, {
    texts: violations.map(({ text }) => text),
  });
}
