import type { Check, Decoders, Violation } from '@understudy/openapi/checks';
import type { Contract, OperationId } from '@understudy/openapi/contract';
import { isObject } from '../../engine/json.ts';
import type { Answer } from '../../engine/outcome.ts';
import { refuse } from '../../engine/refusal.ts';
import type { Operation, Service } from '../../engine/service.ts';
import { isAddress, isMailbox } from './address.ts';
import { createAnswerWith } from './answer-with.ts';
import { createExplainer } from './explain.ts';
import { interpret, interpreters } from './interpret/operations.ts';
import { createReader } from './interpret/reader.ts';
import { findUnknownNames } from './known-names.ts';
import { createMagicReader } from './magic-keys.ts';
import { createNormaliser } from './normalise.ts';
import { createPlanCheck } from './plan.ts';
import { createKeyReader, maskHeader } from './push-key.ts';
import { decodeRate } from './rate-limit.ts';
import { createBodyReader } from './read-body.ts';
import { createRefusals, createRenderer, toRateHeaders } from './refusals.ts';
import { createRouter } from './router.ts';
import { countsOf, viewOf } from './views.ts';
import type { AppliedRequest } from './world/applied.ts';
import { applyIntents } from './world/apply.ts';
import { createWorld, type World } from './world/world.ts';

export type UserlistOptions = {
  /** What was generated from the Push API's file; every rule that can be read off it is. */
  readonly contract: Contract;
  readonly checks: Readonly<Record<string, Check>>;
  /** Configured keys are let in whatever they look like. */
  readonly keys: readonly string[];
};

const ROOT = { pointer: '', names: [] };
const DECODERS: Decoders = { address: isAddress, mailbox: isMailbox };

/** The simulated Push API: what the engine needs to know of Userlist. */
export function createUserlistService({ contract, checks, keys }: UserlistOptions): Service<World> {
  const normaliser = createNormaliser(contract.limits.nestingDepth);
  const router = createRouter(contract);
  const readBody = createBodyReader(contract, normaliser);
  const { toName } = normaliser;
  const { bounds, limits } = contract;
  const checkPlan = createPlanCheck(contract);
  const render = createRenderer(contract);
  const refusals = createRefusals(contract);
  const accepted: Answer = { ...contract.accepted, headers: ['Content-Length', '0'], body: '', close: false };

  const toOperation = (id: OperationId): Operation<World> => {
    const check = checks[contract.operations[id].schema];
    if (check === undefined) throw new Error(`The contract has no check for the body of ${id}.`);
    return {
      feature: contract.operations[id].feature,
      decide(read, { now, params, nextId, settings }) {
        const payload = params === null ? read : { ...(isObject(read) ? read : {}), ...params };
        const forbidden = checkPlan(payload, settings);
        if (forbidden !== null) return forbidden;
        if (!isObject(payload) || !check.is(payload, DECODERS)) return toInvalid(check, payload);
        const unknown = findUnknownNames(id, payload, settings, contract);
        if (unknown.length > 0) return toRefusal(unknown);
        const intents = interpret(id, createReader(contract, undefined), payload, {
          contract,
          toName,
          nextId,
        });
        return { kind: 'decision', apply: (world) => applyIntents(world, intents, now) };
      },
    };
  };

  const operations = new Map(
    Object.keys(interpreters).map((id): [string, Operation<World>] => [id, toOperation(id as OperationId)]),
  );

  return {
    name: 'userlist',
    requestBytes: contract.limits.requestBytes,
    readCapBytes: contract.limits.readCapBytes,
    route(call) {
      const match = router(call.method, call.target);
      const operation = match === null ? undefined : operations.get(match.id);
      return match === null || operation === undefined
        ? null
        : { id: match.id, operation, params: match.params };
    },
    operation: (id) => operations.get(id) ?? null,
    readKey: createKeyReader(contract, keys),
    readMagic: createMagicReader(contract),
    read: (body) => readBody(body),
    objections: () => [],
    features: contract.features.values,
    lists: Object.keys(contract.lists),
    documentedRate: { requests: limits.rate.requests, windowMs: limits.rate.windowSeconds * 1000 },
    decodeRate: (text) => decodeRate(text, contract),
    normalise(value) {
      const normalised = normaliser.normalise(structuredClone(value));
      return normalised.kind === 'normalised' ? normalised.value : value;
    },
    createWorld: () => createWorld(bounds.activity, bounds.activityMebibytes * 1024 * 1024),
    accepted,
    render,
    answerWith: createAnswerWith(contract, render, accepted, refusals.overRate),
    rateHeaders: (verdict) => toRateHeaders(verdict, contract.rateHeaders),
    refusals,
    dump: () => [],
    load: () => undefined,
    explain: createExplainer(contract, router, readBody, toName),
    weigh: (record) => (record as AppliedRequest).weight,
    counts: countsOf,
    view: viewOf,
    maskHeader,
  };
}

/** All failing checks at once, one text for each. [assumed] but for `User must exist` */
function toInvalid(check: Check, payload: unknown) {
  const violations: Violation[] = [];
  check.explain(payload, ROOT, violations, DECODERS);
  return toRefusal(violations);
}

function toRefusal(violations: readonly Violation[]) {
  const where = violations
    .map(({ pointer, text }) => `${text} (${pointer === '' ? 'the payload' : pointer})`)
    .join('; ');
  return refuse('unprocessable_content', `The payload is invalid: ${where}.`, {
    texts: violations.map(({ text }) => text),
  });
}
