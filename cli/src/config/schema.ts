import document from '@understudy/openapi/config/schema' with { type: 'json' };

/** What a value of a configuration may be: the part of JSON Schema that the generator lets through. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

// What is inferred of a file of JSON knows of no attribute that may be absent.
const { definitions: DEFINITIONS, ...ROOT } = document as unknown as Schema & {
  readonly definitions: Readonly<Record<string, Schema>>;
};
const PREFIX = '#/definitions/';

/** A whole configuration file. */
export const CONFIGURATION: Schema = ROOT;

/** A file with a timeline in it. */
export const TIMELINE_FILE: Schema = { $ref: `${PREFIX}TimelineFile` };

/** The schema itself where it only refers to another. */
export function resolve(schema: Schema): Schema {
  const { $ref } = schema;
  if ($ref === undefined) return schema;
  const name = $ref.slice(PREFIX.length);
  const target = Object.hasOwn(DEFINITIONS, name) ? DEFINITIONS[name] : undefined;
  if (target === undefined) throw new Error(`${$ref} leads nowhere.`);
  return resolve(target);
}

/** The kinds of value that a schema takes; empty when it takes any. */
export function kindsOf(schema: Schema): readonly string[] {
  const { type = [] } = schema;
  return typeof type === 'string' ? [type] : type;
}
