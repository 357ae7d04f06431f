import { nameOfRef, operationsOf, type Parameter, type Spec } from './spec.ts';

/** Renders the desk's table of routes: method, path and the query parameters each takes, with their limits. */
export function toDeskRoutes(spec: Spec): string {
  const routes = operationsOf(spec).map(({ operationId, method, path, parameters = [] }) => ({
    id: operationId,
    method,
    path,
    query: Object.fromEntries(
      parameters
        .map((parameter) => resolve(spec, parameter))
        .filter((parameter) => parameter.in === 'query')
        .map(({ name, schema }) => [name, schema]),
    ),
  }));
  const ids = routes.map(({ id }) => `'${id}'`).join(' | ');
  return `export type DeskOperationId = ${ids};

/** What a query parameter may be; numbers are whole numbers. */
export type QueryParameter = {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string | number;
  readonly enum?: readonly string[];
  readonly description?: string;
};

export type DeskRoute = {
  readonly id: DeskOperationId;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, QueryParameter>>;
};

export const deskRoutes: readonly DeskRoute[] = ${JSON.stringify(routes, null, 2)};
`;
}

function resolve(spec: Spec, parameter: Parameter): Parameter {
  if (parameter.$ref === undefined) return parameter;
  const target = spec.components.parameters?.[nameOfRef(parameter.$ref, 'parameters')];
  if (target === undefined) throw new Error(`${parameter.$ref} does not exist.`);
  return target;
}
