import type { Contract, OperationId } from '@understudy/openapi/contract';
import type { Change, Explanation } from '../../engine/diagnostic.ts';
import type { Exchange } from '../../engine/exchange.ts';
import { getOwn, isObject, isSame, type JsonObject, setOwn } from '../../engine/json.ts';
import { createNotes, type Notes, noteSharedEmail } from './diagnostics.ts';
import { headersOf } from './headers-of.ts';
import type { Intent } from './intent.ts';
import { type Interpreting, interpret } from './interpret/operations.ts';
import { createReader } from './interpret/reader.ts';
import type { MeaningReader, RequestMeaning } from './meaning.ts';
import type { OperationTable } from './operation-table.ts';
import type { Router } from './router.ts';
import { renderTimestamp } from './timestamp.ts';
import type { Applied, AppliedRequest } from './world/applied.ts';
import { withoutNulls } from './world/properties.ts';

const NOTHING_APPLIED: AppliedRequest = { applied: [], dropped: 0, weight: 0 };

/** What requests are read by once more. */
export type Rereading = {
  readonly contract: Contract;
  readonly router: Router;
  readonly operations: OperationTable;
  readonly meaningOf: MeaningReader;
};

/**
 * Derives what an exchange meant from its raw bytes and the small record of what was done: the request is read once
 * more, this time with everything noted that is worth saying.
 */
export function createExplainer(
  options: Rereading & { readonly toName: (text: string) => string },
): (exchange: Exchange) => Explanation {
  const { contract, router, operations, meaningOf, toName } = options;
  return (exchange) => {
    const notes = createNotes(contract);
    const { operation, method, target, host } = exchange;
    const match = operation === null ? null : router(method, target, host);
    if (match === null || !exchange.complete || exchange.size > contract.limits.requestBytes)
      return toExplanation(notes, [], undefined);
    const reading = operations[match.id].read(
      { headers: headersOf(exchange), bytes: exchange.bytes, size: exchange.size },
      notes,
    );
    noteRequest(exchange, match.params, contract, notes);
    if (reading.kind === 'refusal') return toExplanation(notes, [], undefined);
    const body = structuredClone(reading.payload);
    const meaning = meaningOf(match.id, reading.payload, match.params, notes);
    if (meaning.kind !== 'request') return toExplanation(notes, [], body);
    const became = toBecame(contract, match.id, meaning);
    const { applied, dropped, sharing = [] } = (exchange.record ?? NOTHING_APPLIED) as AppliedRequest;
    const reader = createReader(contract, notes);
    const how: Interpreting = { contract, toName, nextId: () => applied.at(-1)?.key ?? '' };
    const intents = interpret(meaning.operation, reader, meaning.payload, how);
    const changes = applied.flatMap((done, slot) => {
      const intent = intents[slot];
      if (done.sharesEmail) noteSharedEmail(notes, done.key);
      return intent === undefined ? [] : [toChange(intent, done)];
    });
    for (const key of sharing) noteSharedEmail(notes, key);
    return { ...toExplanation(notes, changes, body, dropped), ...became };
  };
}

/** What a message became, which its body does not show. */
function toBecame(
  { operations }: Contract,
  id: OperationId,
  { operation, payload }: RequestMeaning,
): Pick<Explanation, 'became'> {
  return operations[id].takes === 'payload' ? {} : { became: { operation, body: structuredClone(payload) } };
}

function toExplanation(
  notes: Notes,
  changes: readonly Change[],
  body: unknown,
  changesDropped = 0,
): Explanation {
  return { diagnostics: notes.list, diagnosticsDropped: notes.dropped, changes, changesDropped, body };
}

function noteRequest(exchange: Exchange, params: object | null, contract: Contract, notes: Notes): void {
  const limit = contract.limits.requestBytes;
  if (exchange.size > (limit * contract.bounds.nearlyFullPercent) / 100)
    notes.add('bytes-used', '', `The body has ${exchange.size} of ${limit} bytes.`);
  if (params !== null)
    notes.add(
      'legacy-route',
      '',
      'Identifiers in the path are the way of clients before 2022; send them in the body.',
    );
}

const RESOURCES: Readonly<Record<Intent['kind'], string>> = {
  user: 'user',
  company: 'company',
  relationship: 'relationship',
  event: 'event',
  message: 'message',
  'delete-user': 'user',
  'delete-company': 'company',
  'delete-relationship': 'relationship',
};

function toChange(intent: Intent, { kind, key, edits, gone, now }: Applied): Change {
  const resource = RESOURCES[intent.kind];
  if (kind === 'created') return { kind, resource, key, before: null, after: toAfter(intent, now) };
  if (kind === 'deleted') return { kind, resource, key, before: gone, after: null };
  if (kind !== 'updated') return { kind, resource, key, before: null, after: null };
  const [before, after]: [JsonObject, JsonObject] = [{}, {}];
  const wanted = toAfter(intent, now);
  for (const edit of edits) {
    const path = edit.pointer
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const became = at(wanted, path);
    // One request may name a topic twice: what it was before is what it was first, and it may be that again.
    if (isSame(edit.before, became) || at(before, path) !== undefined) continue;
    put(before, path, edit.before);
    put(after, path, became);
  }
  const isChanged = Object.keys(before).length > 0;
  return isChanged
    ? { kind, resource, key, before, after }
    : { kind: 'unchanged', resource, key, before: null, after: null };
}

/** What an intent sets, under the names that the desk shows. */
function toAfter(intent: Intent, now: number): JsonObject {
  switch (intent.kind) {
    case 'user': {
      const { name, attributes } = intent;
      const preferences: JsonObject = {};
      for (const { topic, subscribed } of attributes.preferences ?? [])
        setOwn(preferences, topic, subscribed);
      const identifier = name.identifier ?? (name.email === null ? (name.aliases[0] ?? null) : null);
      return { identifier, email: attributes.email ?? name.email, ...toShared(attributes, now), preferences };
    }
    case 'company':
      return {
        identifier: intent.name.identifier ?? intent.name.aliases[0] ?? null,
        name: intent.attributes.name ?? null,
        ...toShared(intent.attributes, now),
      };
    case 'relationship':
      return { properties: withoutNulls(intent.properties ?? {}) };
    case 'event':
      return {
        name: intent.name,
        occurred_at: intent.occurredAt ?? renderTimestamp(now),
        properties: withoutNulls(intent.properties),
      };
    case 'message':
      return intent.attributes;
    default:
      return {};
  }
}

type Shared = {
  readonly signedUpAt?: string | null;
  readonly lastSeenAt?: string | null;
  readonly properties?: JsonObject;
};

function toShared({ signedUpAt, lastSeenAt, properties }: Shared, now: number): JsonObject {
  return {
    signed_up_at: signedUpAt === undefined ? renderTimestamp(now) : signedUpAt,
    last_seen_at: lastSeenAt ?? null,
    properties: withoutNulls(properties ?? {}),
  };
}

function at(source: JsonObject, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (isObject(value) ? getOwn(value, step) : undefined), source);
}

/** Sets a value at a path, making the objects on the way; an attribute that is not there shows as null. */
function put(target: JsonObject, path: readonly string[], value: unknown): void {
  const last = path.at(-1);
  if (last === undefined) return;
  let place = target;
  for (const step of path.slice(0, -1)) {
    const inner = getOwn(place, step);
    const next = isObject(inner) ? inner : {};
    setOwn(place, step, next);
    place = next;
  }
  setOwn(place, last, value ?? null);
}
