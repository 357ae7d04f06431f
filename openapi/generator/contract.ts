import { childrenOf, requestSchemaNames } from './reach.ts';
import {
  type NamedOperation,
  nameOfRef,
  operationsOf,
  type Response,
  requestSchemaOf,
  type Schema,
  type Spec,
} from './spec.ts';

/** Renders the limits alone, so that a client can import them without the rest. */
export function toLimits(spec: Spec): string {
  return `/** The limits of the Push API; bytes, requests and seconds. */\nexport const limits = ${literal(limitsOf(spec))} as const;\n`;
}

/** Renders the table of routes, limits, refusals and known attributes that the simulated service is driven by. */
export function toContract(spec: Spec): string {
  const operations = Object.fromEntries(
    operationsOf(spec).map((operation) => [operation.operationId, routeOf(operation)]),
  );
  const contract = {
    host: new URL(spec.servers?.[0]?.url ?? 'http://localhost').host,
    limits: limitsOf(spec),
    operations,
    toleratedPathSuffixes: spec['x-tolerated-path-suffixes']?.values ?? [],
    refusedKeys: {
      values: spec['x-refused-keys']?.values ?? [],
      containing: spec['x-refused-keys']?.containing ?? [],
    },
    jsonMediaTypes: spec['x-json-media-types']?.values ?? [],
    refusals: Object.fromEntries(refusalsOf(spec).map((refusal) => [refusal.code, refusal])),
    attributes: attributesOf(spec),
  };
  const ids = Object.keys(operations)
    .map((id) => `'${id}'`)
    .join(' | ');
  const codes = refusalsOf(spec)
    .map(({ code }) => `'${code}'`)
    .join(' | ');
  const schemas = Object.keys(contract.attributes)
    .map((name) => `'${name}'`)
    .join(' | ');
  return [
    TYPES.replace('OPERATION_IDS', () => ids)
      .replace('REFUSAL_CODES', () => codes)
      .replace('SCHEMA_NAMES', () => schemas),
    `export const contract: Contract = ${literal(contract)};\n`,
  ].join('\n');
}

const TYPES = `export type OperationId = OPERATION_IDS;

export type RefusalCode = REFUSAL_CODES;

export type ObjectSchema = SCHEMA_NAMES;

export type Evidence = 'documented' | 'client' | 'observed' | 'assumed';

/** One operation: its route, the schema of its body and the paths that older clients use for it. */
export type ContractOperation = {
  readonly method: string;
  readonly path: string;
  readonly legacyPaths: readonly string[];
  readonly schema: string;
  readonly feature: string;
  readonly evidence: Evidence;
};

/** One refusal: what its answer says; \`{…}\` in the text are filled in when it is rendered. */
export type ContractRefusal = {
  readonly status: number;
  readonly reason: string;
  readonly code: RefusalCode;
  readonly text: string;
  readonly evidence: Evidence;
};

export type Limits = {
  readonly requestBytes: number;
  readonly rate: { readonly requests: number; readonly windowSeconds: number };
  readonly readCapBytes: number;
  readonly nestingDepth: number;
};

export type Contract = {
  readonly host: string;
  readonly limits: Limits;
  readonly operations: Readonly<Record<OperationId, ContractOperation>>;
  readonly toleratedPathSuffixes: readonly string[];
  readonly refusedKeys: { readonly values: readonly string[]; readonly containing: readonly string[] };
  readonly jsonMediaTypes: readonly string[];
  readonly refusals: Readonly<Record<RefusalCode, ContractRefusal>>;
  readonly attributes: Readonly<Record<ObjectSchema, readonly string[]>>;
};
`;

function limitsOf(spec: Spec) {
  const limits = spec['x-limits'];
  if (limits === undefined) throw new Error('The file has no x-limits.');
  return {
    requestBytes: limits.request_bytes.value,
    rate: { requests: limits.rate.requests, windowSeconds: limits.rate.window_seconds },
    readCapBytes: limits.read_cap_bytes.value,
    nestingDepth: limits.nesting_depth.value,
  };
}

function routeOf(operation: NamedOperation) {
  const schema = requestSchemaOf(operation);
  return {
    method: operation.method,
    path: operation.path,
    legacyPaths: operation['x-legacy-paths'] ?? [],
    schema: nameOfRef(schema?.$ref ?? 'no body', 'schemas', operation.operationId),
    feature: operation['x-feature'] ?? '',
    evidence: operation['x-evidence'] ?? 'assumed',
  };
}

/** Every error answer of the file; its status, code and text are those of its example, unless a template is given. */
export function refusalsOf(spec: Spec) {
  return Object.entries(spec.components.responses ?? {}).flatMap(([name, response]) => {
    const example = exampleOf(response);
    if (example === undefined) return [];
    const reason = response['x-reason'];
    if (reason === undefined) throw new Error(`The response ${name} has no x-reason.`);
    return [
      {
        status: example.status,
        reason,
        code: example.code,
        text: response['x-text'] ?? example.errors[0] ?? '',
        evidence: response['x-text-evidence'] ?? response['x-evidence'] ?? 'assumed',
      },
    ];
  });
}

const exampleOf = (response: Response) => Object.values(response.content ?? {})[0]?.example;

/** The attributes that each object schema knows, those of the schemas it is made of included. */
function attributesOf(spec: Spec): Record<string, string[]> {
  const collect = (schema: Schema, into: Set<string>, seen: Set<string>): Set<string> => {
    if (schema.$ref !== undefined && !seen.has(schema.$ref)) {
      collect(
        spec.components.schemas[nameOfRef(schema.$ref, 'schemas')] ?? {},
        into,
        new Set([...seen, schema.$ref]),
      );
    }
    for (const name of Object.keys(schema.properties ?? {})) into.add(name);
    for (const [step, child] of childrenOf(schema)) {
      if (/^(allOf|anyOf|then|else)/.test(step)) collect(child, into, seen);
    }
    return into;
  };
  const known = requestSchemaNames(spec).map((name): [string, string[]] => [
    name,
    [...collect(spec.components.schemas[name] ?? {}, new Set(), new Set())],
  ]);
  return Object.fromEntries(known.filter(([, names]) => names.length > 0));
}

const literal = (value: unknown): string => JSON.stringify(value, null, 2);
