import {
  type NamedOperation,
  nameOfRef,
  operationsOf,
  type Parameter,
  requestSchemaOf,
  type Schema,
  type Spec,
} from './spec.ts';

/** Renders the desk's table of routes: method, path, and what each query parameter and body attribute may be. */
export function toDeskRoutes(spec: Spec): string {
  const operations = operationsOf(spec);
  const routes = operations.map((operation) => {
    const body = requestSchemaOf(operation);
    return {
      id: operation.operationId,
      method: operation.method,
      path: operation.path,
      query: Object.fromEntries(
        queryOf(spec, operation).map(({ name, schema }) => [name, toShape(spec, schema)]),
      ),
      body: body === undefined ? null : toBody(spec, body),
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

/** What a query parameter or an attribute of a body may be. */
export type Shape = {
  readonly type?: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly enum?: readonly (string | null)[];
  readonly default?: string | number;
  readonly items?: Shape;
};

export type DeskRoute = {
  readonly id: DeskOperationId;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, Shape>>;
  /** The name of its schema, and its attributes; null when the operation takes no body. */
  readonly body: { readonly schema: string; readonly attributes: Readonly<Record<string, Shape>> } | null;
};

export const deskRoutes: readonly DeskRoute[] = ${JSON.stringify(routes, null, 2)};
`;
}

const SHAPE_KEYWORDS = [
  'type',
  'minimum',
  'maximum',
  'minLength',
  'minItems',
  'pattern',
  'enum',
  'default',
] as const;

function queryOf(spec: Spec, { parameters = [] }: NamedOperation): Parameter[] {
  return parameters
    .map((parameter) => resolve(spec, parameter))
    .filter((parameter) => parameter.in === 'query');
}

function toQueryType(spec: Spec, operation: NamedOperation): string {
  const parameters = queryOf(spec, operation).map(({ name, schema }) => {
    const { type, default: standard } = target(spec, schema);
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

function toBody(spec: Spec, schema: Schema): object {
  const attributes = Object.entries(target(spec, schema).properties ?? {});
  return {
    schema: nameOfRef(schema.$ref ?? '', 'schemas'),
    attributes: Object.fromEntries(attributes.map(([name, attribute]) => [name, toShape(spec, attribute)])),
  };
}

function toShape(spec: Spec, schema: Schema): object {
  const resolved = target(spec, schema);
  const shape: Record<string, unknown> = {};
  for (const keyword of SHAPE_KEYWORDS)
    if (resolved[keyword] !== undefined) shape[keyword] = resolved[keyword];
  if (resolved.items !== undefined) shape.items = toShape(spec, resolved.items);
  return shape;
}

function target(spec: Spec, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = spec.components.schemas[nameOfRef(schema.$ref, 'schemas')];
  if (found === undefined) throw new Error(`${schema.$ref} does not exist.`);
  return found;
}

function resolve(spec: Spec, parameter: Parameter): Parameter {
  if (parameter.$ref === undefined) return parameter;
  const found = spec.components.parameters?.[nameOfRef(parameter.$ref, 'parameters')];
  if (found === undefined) throw new Error(`${parameter.$ref} does not exist.`);
  return found;
}
