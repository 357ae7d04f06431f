import { toDeskShape } from './desk-shape.ts';
import {
  type NamedOperation,
  nameOfRef,
  operationsOf,
  type Parameter,
  requestSchemaOf,
  type Spec,
} from './spec.ts';

/** Renders the desk's table of routes: method, path, and what each query parameter and body may be. */
export function toDeskRoutes(spec: Spec): string {
  const operations = operationsOf(spec);
  const routes = operations.map((operation) => {
    const body = requestSchemaOf(operation);
    return {
      id: operation.operationId,
      method: operation.method,
      path: operation.path,
      summary: operation.summary ?? '',
      query: Object.fromEntries(
        queryOf(spec, operation).map(({ name, schema }) => [name, toDeskShape(spec, schema)]),
      ),
      body:
        body === undefined
          ? null
          : { schema: nameOfRef(body.$ref ?? '', 'schemas'), shape: toDeskShape(spec, body) },
    };
  });
  const ids = operations.map(({ operationId }) => `'${operationId}'`).join(' | ');
  const queries = operations.map(
    (operation) => `  readonly ${operation.operationId}: ${toQueryType(spec, operation)};`,
  );
  const params = operations.map(
    ({ operationId, path }) => `  readonly ${operationId}: ${toParamsType(path)};`,
  );
  return `export type DeskOperationId = ${ids};

/** The query parameters of each operation once they are read; those with a default are always there. */
export type DeskQueries = {
${queries.join('\n')}
};

/** The parameters in the path of each operation. */
export type DeskParams = {
${params.join('\n')}
};

/** What a query parameter, a body or anything in it may be; what it does not say is left open. */
export type Shape = {
  readonly type?: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly pattern?: string;
  readonly enum?: readonly (string | null)[];
  readonly default?: string | number;
  /** Of a list: what its entries may be. */
  readonly items?: Shape;
  /** Of an object: all the attributes that it may have; absent where it may have any. */
  readonly attributes?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Shape[];
};

export type DeskRoute = {
  readonly id: DeskOperationId;
  readonly method: string;
  readonly path: string;
  /** What it does, in a few words. */
  readonly summary: string;
  readonly query: Readonly<Record<string, Shape>>;
  /** The name of its schema, and what that says; null when the operation takes no body. */
  readonly body: { readonly schema: string; readonly shape: Shape } | null;
};

export const deskRoutes: readonly DeskRoute[] = ${JSON.stringify(routes, null, 2)};
`;
}

function queryOf(spec: Spec, { parameters = [] }: NamedOperation): Parameter[] {
  return parameters
    .map((parameter) => resolve(spec, parameter))
    .filter((parameter) => parameter.in === 'query');
}

function toQueryType(spec: Spec, operation: NamedOperation): string {
  const parameters = queryOf(spec, operation).map(({ name, schema }) => {
    const { type, default: standard } = toDeskShape(spec, schema);
    if (type !== 'integer' && type !== 'string')
      throw new Error(`The query parameter ${name} is neither text nor a whole number.`);
    return `readonly ${name}${standard === undefined ? '?' : ''}: ${type === 'integer' ? 'number' : 'string'}`;
  });
  return parameters.length === 0 ? 'Record<string, never>' : `{ ${parameters.join('; ')} }`;
}

function toParamsType(path: string): string {
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => `readonly ${name}: string`);
  return names.length === 0 ? 'Record<string, never>' : `{ ${names.join('; ')} }`;
}

function resolve(spec: Spec, parameter: Parameter): Parameter {
  if (parameter.$ref === undefined) return parameter;
  const found = spec.components.parameters?.[nameOfRef(parameter.$ref, 'parameters')];
  if (found === undefined) throw new Error(`${parameter.$ref} does not exist.`);
  return found;
}
