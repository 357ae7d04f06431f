import type { hostsOf, Specs } from './hosts.ts';
import { type NamedOperation, nameOfRef, operationsOf, requestSchemaOf, type Spec } from './spec.ts';

type Row = Readonly<Record<string, unknown>> & { readonly method: string; readonly path: string };

/** The table of all operations by their ids. Throws where a host that is neither would have two of one route. */
export function operationRowsOf({ push, incoming }: Specs): Record<string, Row> {
  const pushRows = operationsOf(push).map((operation): [string, Row] => [
    operation.operationId,
    { ...routeOf('push', operation, push), ...payloadOf(operation), like: operation.operationId },
  ]);
  const incomingRows = operationsOf(incoming).map((operation): [string, Row] => [
    operation.operationId,
    { ...routeOf('incoming', operation, incoming), ...readingOf(operation, push) },
  ]);
  const rows = [...pushRows, ...incomingRows];
  const routes = rows.map(([, { method, path }]) => `${method} ${path}`);
  const double = routes.find((route, index) => routes.indexOf(route) !== index);
  if (double !== undefined) throw new Error(`There are two operations ${double}.`);
  if (new Set(rows.map(([id]) => id)).size < rows.length) throw new Error('Two operations have one id.');
  return Object.fromEntries(rows);
}

/** The ids of the operations of the Push API itself. */
export function pushOperationIdsOf({ push }: Specs): Record<string, true> {
  return Object.fromEntries(operationsOf(push).map(({ operationId }) => [operationId, true]));
}

/** Names of the ways to present a key, by the files' security schemes. */
export function schemesOf({ push, incoming }: Specs): Record<string, unknown> {
  return { ...push.components.securitySchemes, ...incoming.components.securitySchemes };
}

/** The services whose messages operations take. */
export function dialectsOf({ incoming }: Specs): Record<string, true> {
  const dialects = operationsOf(incoming).flatMap(({ 'x-dialect': dialect }) => dialect ?? []);
  return Object.fromEntries(dialects.map((dialect) => [dialect, true]));
}

function routeOf(
  host: keyof Specs & keyof ReturnType<typeof hostsOf>,
  operation: NamedOperation,
  spec: Spec,
) {
  return {
    host,
    method: operation.method,
    path: operation.path,
    legacyPaths: operation['x-legacy-paths'] ?? [],
    schemes: (operation.security ?? spec.security ?? []).flatMap((way) => Object.keys(way)),
    evidence: operation['x-evidence'] ?? 'assumed',
  };
}

function payloadOf(operation: NamedOperation) {
  const schema = requestSchemaOf(operation);
  return {
    takes: 'payload',
    schema: nameOfRef(schema?.$ref ?? 'no body', 'schemas', operation.operationId),
    feature: operation['x-feature'] ?? '',
  };
}

function readingOf(operation: NamedOperation, push: Spec) {
  const { operationId, 'x-like': like, 'x-dialect': dialect } = operation;
  if ((like === undefined) === (dialect === undefined))
    throw new Error(`${operationId} needs either an x-like or an x-dialect.`);
  if (like === undefined) return { takes: 'message', dialect };
  const model = operationsOf(push).find((each) => each.operationId === like);
  if (model === undefined) throw new Error(`The Push API has no ${like}, which ${operationId} is like.`);
  const payload = payloadOf(model);
  if (requestSchemaOf(operation)?.$ref?.endsWith(`/${payload.schema}`) !== true)
    throw new Error(`${operationId} is like ${like} and has to have its schema, ${payload.schema}.`);
  return { ...payload, like };
}
