import type { Check } from '@understudy/openapi/checks';
import type { Contract, OperationId } from '@understudy/openapi/contract';
import type { Answer } from '../../engine/outcome.ts';
import type { Service } from '../../engine/service.ts';
import { createAnswerWith } from './answer-with.ts';
import { createComparable } from './comparable.ts';
import { changesOf } from './dump-world.ts';
import { createExplainer } from './explain.ts';
import { createItemReader } from './items.ts';
import { loadWorld } from './load-world.ts';
import { createMagicReader } from './magic-keys.ts';
import { createMeaningReader } from './meaning.ts';
import { createNormaliser } from './normalise.ts';
import { createOperationTable } from './operation-table.ts';
import { createKeyReader, maskHeader } from './push-key.ts';
import { decodeRate } from './rate-limit.ts';
import { createBodyReader } from './read-body.ts';
import { createRefusals, createRenderer, toRateHeaders } from './refusals.ts';
import { createRouter } from './router.ts';
import { createObjections } from './strict.ts';
import { countsOf, viewOf } from './views.ts';
import type { AppliedRequest } from './world/applied.ts';
import { createWorld, type World } from './world/world.ts';

export type UserlistOptions = {
  /** What was generated from the Push API's file; every rule that can be read off it is. */
  readonly contract: Contract;
  readonly checks: Readonly<Record<string, Check>>;
  /** Configured keys are let in whatever they look like. */
  readonly keys: readonly string[];
};

/** The simulated Userlist, both hosts of it: what the engine needs to know of them. */
export function createUserlistService({ contract, checks, keys }: UserlistOptions): Service<World> {
  const normaliser = createNormaliser(contract.limits.nestingDepth);
  const router = createRouter(contract);
  const readBody = createBodyReader(contract, normaliser);
  const { toName } = normaliser;
  const { bounds, limits } = contract;
  const meaningOf = createMeaningReader(contract, normaliser);
  const operations = createOperationTable({ contract, checks, readBody, meaningOf, toName });
  const comparable = createComparable(contract, normaliser);
  const { render, textsOf } = createRenderer(contract);
  const refusals = createRefusals(contract);
  const accepted: Answer = { ...contract.accepted, headers: ['Content-Length', '0'], body: '', close: false };

  const operationOf = (id: string) => (Object.hasOwn(operations, id) ? operations[id as OperationId] : null);

  return {
    name: 'userlist',
    requestBytes: contract.limits.requestBytes,
    readCapBytes: contract.limits.readCapBytes,
    route(call) {
      const match = router(call.method, call.target, call.host);
      return match === null ? null : { id: match.id, operation: operations[match.id], params: match.params };
    },
    operations: Object.keys(operations),
    operation: operationOf,
    readKey: createKeyReader(contract, keys, router),
    readMagic: createMagicReader(contract),
    objections: createObjections(contract, operations, meaningOf, toName),
    features: contract.features.values,
    lists: contract.lists,
    diagnostics: Object.keys(contract.diagnostics),
    documentedRate: { requests: limits.rate.requests, windowMs: limits.rate.windowSeconds * 1000 },
    decodeRate: (text) => decodeRate(text, contract),
    normalise(value) {
      const normalised = normaliser.normalise(structuredClone(value));
      return normalised.kind === 'normalised' ? normalised.value : value;
    },
    comparable: (id, part, params) => comparable(id as OperationId, part, params),
    createWorld: (isSaved) =>
      isSaved
        ? createWorld(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, new Map())
        : createWorld(bounds.activity, bounds.activityMebibytes * 1024 * 1024),
    accepted,
    render,
    textsOf,
    answerWith: createAnswerWith(contract, render, accepted, refusals.overRate),
    rateHeaders: (verdict) => toRateHeaders(verdict, contract.rateHeaders),
    refusals,
    changes: changesOf,
    markSaved: (world) => world.unsaved?.clear(),
    load: loadWorld,
    explain: createExplainer({ contract, router, operations, meaningOf, toName }),
    itemOf: createItemReader({ contract, router, operations, meaningOf }),
    weigh: (record) => (record as AppliedRequest).weight,
    counts: countsOf,
    view: viewOf,
    maskHeader,
  };
}
