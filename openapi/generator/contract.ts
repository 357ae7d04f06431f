import { acceptanceOf, rateHeadersOf, refusalsOf, serverUrlOf } from './answers.ts';
import { attributesOf, insideOf } from './attributes.ts';
import { toUnion } from './code.ts';
import { hostsOf, type Specs } from './hosts.ts';
import { dialectsOf, operationRowsOf, pushOperationIdsOf, schemesOf } from './operations.ts';
import { requestSchemaNames } from './reach.ts';
import type { Spec } from './spec.ts';

/** Renders the few facts that a client needs, one by one, so that its bundle holds no more than it uses. */
export function toLimits(spec: Spec): string {
  const { requestBytes, rate, readCapBytes, nestingDepth } = limitsOf(spec);
  const constants = [
    ['The largest body of a request, in bytes.', 'requestBytes', requestBytes],
    ['How many requests an account may make in one window.', 'rate', rate],
    ['How much of a body is read at most, in bytes.', 'readCapBytes', readCapBytes],
    ['How deep JSON may be nested, the body itself counting as one.', 'nestingDepth', nestingDepth],
    ['Where the real service answers.', 'serverUrl', serverUrlOf(spec)],
    ['The status of every accepted request.', 'acceptedStatus', acceptanceOf(spec).status],
    ['The headers that tell where an account stands in its window.', 'rateHeaders', rateHeadersOf(spec)],
  ] as const;
  return constants
    .map(
      ([meaning, name, value]) => `/** ${meaning} */\nexport const ${name} = ${literal(value)} as const;\n`,
    )
    .join('\n');
}

/**
 * Renders the table of routes, limits, refusals and known attributes that the simulated service is driven by: what the
 * Push API's file says, and the operations and diagnostics of the incoming host.
 */
export function toContract(specs: Specs): string {
  const { push: spec } = specs;
  const operations = operationRowsOf(specs);
  const contract = {
    limits: limitsOf(spec),
    hosts: hostsOf(specs),
    operations,
    toleratedPathSuffixes: spec['x-tolerated-path-suffixes']?.values ?? [],
    refusedKeys: {
      values: spec['x-refused-keys']?.values ?? [],
      containing: spec['x-refused-keys']?.containing ?? [],
    },
    jsonMediaTypes: spec['x-json-media-types']?.values ?? [],
    accepted: acceptanceOf(spec),
    rateHeaders: rateHeadersOf(spec),
    refusals: Object.fromEntries(refusalsOf(spec).map((refusal) => [refusal.code, refusal])),
    attributes: attributesOf(spec),
    inside: insideOf(spec),
    emailOnly: attributesOfChannel(spec, 'email'),
    magicKeys: magicKeysOf(spec),
    features: featuresOf(spec),
    lists: spec['x-lists']?.values ?? [],
    otherStatuses: spec['x-other-statuses']?.values ?? {},
    diagnostics: { ...diagnosticsOf(spec), ...diagnosticsOf(specs.incoming) },
    bounds: boundsOf(spec),
  };
  return [
    TYPES.replace('PUSH_OPERATION_IDS', () => toUnion(pushOperationIdsOf(specs)))
      .replace('OPERATION_IDS', () => toUnion(operations))
      .replace('HOST_NAMES', () => toUnion(contract.hosts))
      .replace('SCHEMES', () => toUnion(schemesOf(specs)))
      .replace('DIALECTS', () => toUnion(dialectsOf(specs)))
      .replace('REFUSAL_CODES', () => toUnion(contract.refusals))
      .replace('SCHEMA_NAMES', () => toUnion(contract.attributes))
      .replace('RATE_HEADERS', () => toUnion(contract.rateHeaders))
      .replace('BOUND_NAMES', () => toUnion(contract.bounds))
      .replace('DIAGNOSTIC_CODES', () => toUnion(contract.diagnostics)),
    `export const contract: Contract = ${literal(contract)};\n`,
  ].join('\n');
}

const TYPES = `export type PushOperationId = PUSH_OPERATION_IDS;

export type OperationId = OPERATION_IDS;

export type HostName = HOST_NAMES;

/** A way to present a key. */
export type KeyScheme = SCHEMES;

export type MessageDialect = DIALECTS;

export type RefusalCode = REFUSAL_CODES;

export type ObjectSchema = SCHEMA_NAMES;

export type DiagnosticCode = DIAGNOSTIC_CODES;

export type RateHeader = RATE_HEADERS;

export type Bound = BOUND_NAMES;

export type Evidence = 'documented' | 'client' | 'observed' | 'assumed';

/** Where an operation is found: on which host, under which path, and the paths that older clients use for it. */
type ContractRoute = {
  readonly host: HostName;
  readonly method: string;
  readonly path: string;
  readonly legacyPaths: readonly string[];
  /** How its callers may present their key. */
  readonly schemes: readonly KeyScheme[];
  readonly evidence: Evidence;
};

/** An operation that takes payloads of the Push API: the schema of its body, and the operation whose payloads they are. */
export type PayloadOperation = ContractRoute & {
  readonly takes: 'payload';
  readonly schema: string;
  readonly feature: string;
  readonly like: PushOperationId;
};

/** An operation that takes messages, each of which becomes a payload of one operation or another. */
export type MessageOperation = ContractRoute & {
  readonly takes: 'message';
  readonly dialect: MessageDialect;
};

export type ContractOperation = PayloadOperation | MessageOperation;

/** One refusal: what its answer says; \`{…}\` in the text are filled in when it is rendered. */
export type ContractRefusal = {
  readonly status: number;
  readonly reason: string;
  readonly code: RefusalCode;
  readonly text: string;
  /** The text as it may be, with everything filled in. */
  readonly example: string;
  readonly mediaType: string;
  readonly evidence: Evidence;
};

/** One diagnostic; the evidence is for what the real service does with such a request. */
export type ContractDiagnostic = {
  readonly level: 'warning' | 'info';
  readonly evidence: Evidence;
  /** One sentence. */
  readonly meaning: string;
};

/** What an ending of a key asks for, in the words of the desk's faults. */
export type MagicEnding = {
  readonly from?: number;
  readonly every?: number;
  readonly effect: {
    readonly status?: number;
    readonly delay_ms?: number;
    readonly hang_up?: 'before' | 'after';
  };
};

export type Limits = {
  readonly requestBytes: number;
  readonly rate: { readonly requests: number; readonly windowSeconds: number };
  readonly readCapBytes: number;
  readonly nestingDepth: number;
};

export type Contract = {
  readonly limits: Limits;
  /** Names of hosts; one that is neither has the operations of both. */
  readonly hosts: Readonly<Record<HostName, string>>;
  readonly operations: Readonly<
    Record<PushOperationId, PayloadOperation> & Record<OperationId, ContractOperation>
  >;
  readonly toleratedPathSuffixes: readonly string[];
  readonly refusedKeys: { readonly values: readonly string[]; readonly containing: readonly string[] };
  readonly jsonMediaTypes: readonly string[];
  readonly accepted: { readonly status: number; readonly reason: string };
  /** Names of headers. */
  readonly rateHeaders: Readonly<Record<RateHeader, string>>;
  readonly refusals: Readonly<Record<RefusalCode, ContractRefusal>>;
  readonly attributes: Readonly<Record<ObjectSchema, readonly string[]>>;
  /** The schema of what stands under an attribute, by itself or in a list; only where that is an object with attributes. */
  readonly inside: Readonly<Record<string, Readonly<Record<string, ObjectSchema>>>>;
  /** Attributes of a message that mean nothing on another channel. */
  readonly emailOnly: readonly string[];
  readonly magicKeys: { readonly separator: string; readonly endings: Readonly<Record<string, MagicEnding>> };
  /** What a plan can leave out, which attributes need it wherever they stand, and which are short for relationships. */
  readonly features: {
    readonly values: readonly string[];
    readonly embedded: Readonly<Record<string, string>>;
    readonly short: readonly string[];
  };
  /** Names of the lists that an account can have. */
  readonly lists: readonly string[];
  /** Reason phrases of statuses that no operation describes. */
  readonly otherStatuses: Readonly<Record<string, string>>;
  readonly diagnostics: Readonly<Record<DiagnosticCode, ContractDiagnostic>>;
  /** How much the stand-in keeps and notes. */
  readonly bounds: Readonly<Record<Bound, number>>;
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

function diagnosticsOf(spec: Spec) {
  const described = Object.entries(spec['x-diagnostics'] ?? {});
  return Object.fromEntries(
    described.map(([code, { level, evidence, meaning }]) => [code, { level, evidence, meaning }]),
  );
}

function featuresOf(spec: Spec) {
  const { values = [], embedded = {}, short = [] } = spec['x-features'] ?? {};
  return { values, embedded, short };
}

function magicKeysOf(spec: Spec) {
  const { separator = '', endings = {} } = spec['x-magic-keys'] ?? {};
  return { separator, endings };
}

function boundsOf(spec: Spec): Record<string, number> {
  const named = Object.entries(spec['x-bounds'] ?? {});
  return Object.fromEntries(named.map(([name, value]) => [toCamelCase(name), value]));
}

const toCamelCase = (name: string): string =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function attributesOfChannel(spec: Spec, channel: string): string[] {
  return requestSchemaNames(spec).flatMap((name) =>
    Object.entries(spec.components.schemas[name]?.properties ?? {}).flatMap(([attribute, schema]) =>
      schema['x-channel'] === channel ? [attribute] : [],
    ),
  );
}

const literal = (value: unknown): string => JSON.stringify(value, null, 2);
