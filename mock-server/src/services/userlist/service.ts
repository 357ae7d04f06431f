import type { Check, Decoders, Violation } from '@understudy/openapi/checks';
import type { Contract, OperationId } from '@understudy/openapi/contract';
import { isObject } from '../../engine/json.ts';
import type { Answer } from '../../engine/outcome.ts';
import { refuse } from '../../engine/refusal.ts';
import type { Operation, Service } from '../../engine/service.ts';
import { isAddress, isMailbox } from './address.ts';
import { createAnswerWith } from './answer-with.ts';
import { changesOf } from './dump-world.ts';
import { createExplainer } from './explain.ts';
import { interpret, interpreters } from './interpret/operations.ts';
import { createReader } from './interpret/reader.ts';
import { createItemReader } from './items.ts';
import { createAccountDecoders } from './known-names.ts';
import { loadWorld } from './load-world.ts';
import { createMagicReader } from './magic-keys.ts';
import { createNormaliser } from './normalise.ts';
import { createPlanCheck } from './plan.ts';
import { createKeyReader, maskHeader } from './push-key.ts';
import { decodeRate } from './rate-limit.ts';
import { createBodyReader } from './read-body.ts';
import { createRefusals, createRenderer, toRateHeaders } from './refusals.ts';
import { createRouter } from './router.ts';
import { createObjections } from './strict.ts';
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

/** Operations whose `name` is stored in the form of a key. */
const NAMED_LIKE_KEYS: ReadonlySet<string> = new Set<OperationId>(['pushEvent']);

/** The simulated Push API: what the engine needs to know of Userlist. */
export function createUserlistService({ contract, checks, keys }: UserlistOptions): Service<World> {
  const normaliser = createNormaliser(contract.limits.nestingDepth);
  const router = createRouter(contract);
  const readBody = createBodyReader(contract, normaliser);
  const { toName } = normaliser;
  const { bounds, limits } = contract;
  const checkPlan = createPlanCheck(contract);
  const decodersOf = createAccountDecoders({ address: isAddress, mailbox: isMailbox });
  const { render, textsOf } = createRenderer(contract);
  const refusals = createRefusals(contract);
  const accepted: Answer = { ...contract.accepted, headers: ['Content-Length', '0'], body: '', close: false };

  const toOperation = (id: OperationId): Operation<World> => {
    const { schema, feature } = contract.operations[id];
    const check = checks[schema];
    if (check === undefined) throw new Error(`The contract has no check for the body of ${id}.`);
    return {
      feature,
      decide(read, { now, params, nextId, settings }) {
        const payload = withParams(read, params);
        const forbidden = checkPlan(payload, schema, settings);
        if (forbidden !== null) return forbidden;
        const decoders = decodersOf(settings.lists);
        if (!isObject(payload) || !check.is(payload, decoders)) return toInvalid(check, payload, decoders);
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
    operations: [...operations.keys()],
    operation: (id) => operations.get(id) ?? null,
    readKey: createKeyReader(contract, keys),
    readMagic: createMagicReader(contract),
    read: (body) => readBody(body),
    objections: createObjections(contract, readBody, toName),
    features: contract.features.values,
    lists: contract.lists,
    diagnostics: Object.keys(contract.diagnostics),
    documentedRate: { requests: limits.rate.requests, windowMs: limits.rate.windowSeconds * 1000 },
    decodeRate: (text) => decodeRate(text, contract),
    normalise(value) {
      const normalised = normaliser.normalise(structuredClone(value));
      return normalised.kind === 'normalised' ? normalised.value : value;
    },
    comparable(operation, read, params) {
      const payload = withParams(read, params);
      if (!NAMED_LIKE_KEYS.has(operation) || !isObject(payload) || typeof payload.name !== 'string')
        return payload;
      return { ...payload, name: toName(payload.name) };
    },
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
    explain: createExplainer(contract, router, readBody, toName),
    itemOf: createItemReader(contract, router, readBody),
    weigh: (record) => (record as AppliedRequest).weight,
    counts: countsOf,
    view: viewOf,
    maskHeader,
  };
}

/** Attributes that stood in the path count before those of the body. */
function withParams(read: unknown, params: Readonly<Record<string, string>> | null): unknown {
  return params === null ? read : { ...(isObject(read) ? read : {}), ...params };
}

/** All failing checks at once, one text for each. [assumed] but for `User must exist` */
function toInvalid(check: Check, payload: unknown, decoders: Decoders) {
  const violations: Violation[] = [];
  check.explain(payload, ROOT, violations, decoders);
  const where = violations
    .map(({ pointer, text }) => `${text} (${pointer === '' ? 'the payload' : pointer})`)
    .join('; ');
  return refuse('unprocessable_content', `The payload is invalid: ${where}.`, {
    texts: violations.map(({ text }) => text),
  });
}
