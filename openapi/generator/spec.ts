import { parse } from 'yaml';

/** A JSON Schema as it stands in the YAML; which keywords may stand in it is decided by keywords.ts. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly contains?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly enum?: readonly Scalar[];
  readonly const?: Scalar;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly additionalProperties?: boolean | Schema;
  readonly default?: Scalar;
  readonly title?: string;
  readonly format?: string;
  readonly description?: string;
  readonly 'x-evidence'?: Evidence;
  readonly 'x-undocumented'?: boolean;
  readonly 'x-documented'?: Schema;
  readonly 'x-decoder'?: string;
  readonly 'x-refusal'?: readonly RefusalPart[];
  readonly 'x-channel'?: string;
  readonly 'x-list'?: string;
};

export type Scalar = string | number | boolean | null;

export type Evidence = 'documented' | 'client' | 'observed' | 'assumed';

/** One refusal text: the attribute it speaks of (empty: the value itself) and the name of a sentence of `x-sentences`. */
export type RefusalPart = { readonly attribute: string; readonly sentence: string };

export type DiagnosticLevel = 'warning' | 'info';

type Tagged<Value> = Value & { readonly evidence: Evidence };

export type Response = {
  readonly $ref?: string;
  readonly description: string;
  readonly 'x-evidence'?: Evidence;
  readonly 'x-reason'?: string;
  readonly 'x-text'?: string;
  readonly 'x-text-evidence'?: Evidence;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content?: Readonly<
    Record<string, { readonly example?: { status: number; code: string; errors: string[] } }>
  >;
};

export type Header = {
  readonly description: string;
  readonly example?: number;
  readonly 'x-evidence'?: Evidence;
};

export type Parameter = {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
};

type MediaType = {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
};

export type SpecOperation = {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<Record<string, Response>>;
  readonly 'x-evidence'?: Evidence;
  readonly 'x-feature'?: string;
  readonly 'x-legacy-paths'?: readonly string[];
  readonly 'x-like'?: string;
  readonly 'x-dialect'?: string;
  readonly security?: readonly Security[];
};

/** One way to be let in, by the names of security schemes. */
type Security = Readonly<Record<string, readonly string[]>>;

export type Spec = {
  readonly info: { readonly title: string; readonly version: string };
  readonly servers?: readonly { readonly url: string }[];
  readonly security?: readonly Security[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, SpecOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses?: Readonly<Record<string, Response>>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
    readonly headers?: Readonly<Record<string, Header>>;
    readonly securitySchemes?: Readonly<Record<string, unknown>>;
  };
  readonly 'x-limits'?: {
    readonly request_bytes: Tagged<{ value: number }>;
    readonly rate: Tagged<{ requests: number; window_seconds: number }>;
    readonly read_cap_bytes: Tagged<{ value: number }>;
    readonly nesting_depth: Tagged<{ value: number }>;
  };
  readonly 'x-tolerated-path-suffixes'?: Tagged<{ values: string[] }>;
  readonly 'x-refused-keys'?: Tagged<{ values: string[]; containing: string[] }>;
  readonly 'x-json-media-types'?: Tagged<{ values: string[] }>;
  readonly 'x-sentences'?: Readonly<Record<string, Tagged<{ text: string }>>>;
  readonly 'x-diagnostics'?: Readonly<Record<string, Tagged<{ level: DiagnosticLevel; meaning: string }>>>;
  readonly 'x-magic-keys'?: Tagged<{
    separator: string;
    endings: Readonly<
      Record<string, { from?: number; every?: number; effect: Readonly<Record<string, Scalar>> }>
    >;
  }>;
  readonly 'x-features'?: Tagged<{
    values: string[];
    embedded: Readonly<Record<string, string>>;
    short: string[];
  }>;
  readonly 'x-lists'?: Tagged<{ values: string[] }>;
  readonly 'x-other-statuses'?: Tagged<{ values: Readonly<Record<string, string>> }>;
  readonly 'x-bounds'?: Readonly<Record<string, number>>;
  readonly 'x-rules'?: readonly { id: string; evidence: Evidence; rule: string }[];
  readonly 'x-decoders'?: Readonly<Record<string, Tagged<{ rule: string; refuses: boolean }>>>;
};

export function parseSpec(text: string): Spec {
  return parse(text) as Spec;
}

/** The component a local reference names. Throws on a reference to anything but a component of the given kind. */
export function nameOfRef(
  ref: string,
  kind: 'schemas' | 'responses' | 'parameters' | 'headers',
  where = 'somewhere',
): string {
  const prefix = `#/components/${kind}/`;
  if (!ref.startsWith(prefix))
    throw new Error(`Only references to ${prefix}… are honoured, not ${ref} at ${where}.`);
  return ref.slice(prefix.length);
}

export type NamedOperation = SpecOperation & { readonly method: string; readonly path: string };

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** Every operation of the file with its method and path, in the file's order. */
export function operationsOf(spec: Spec): NamedOperation[] {
  return Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}

/** The schema of an operation's JSON request body; undefined when it takes none. */
export function requestSchemaOf(operation: SpecOperation): Schema | undefined {
  return operation.requestBody?.content['application/json']?.schema;
}
