import { parse } from 'yaml';
import { ANNOTATING_KEYWORDS } from './keywords.ts';
import { childrenOf } from './reach.ts';
import type { Schema, Spec } from './spec.ts';

/** The schemas of the configuration file by name, with all they refer to; references are to `#/components/schemas/…`. */
export type ConfigSchemas = Readonly<Record<string, Schema>>;

/** The schema of the file as a whole. */
const ROOT = 'Configuration';
const OWN = '#/$defs/';
const INTERNAL = '#/components/schemas/';
const DESK = `control-api.yaml${INTERNAL}`;

/** The keywords that the command understands when it reads a file. */
const HONOURED: ReadonlySet<string> = new Set([
  ...['$ref', 'type', 'enum', 'anyOf', 'properties', 'required', 'additionalProperties', 'minProperties'],
  ...['items', 'minItems', 'maxItems', 'minLength', 'maxLength', 'minimum', 'maximum'],
]);

/** Reads the description of the configuration file, and takes from the desk's what it refers to. Throws on what nobody would honour. */
export function parseConfig(text: string, desk: Spec): ConfigSchemas {
  const { $defs: own } = parse(text) as { $defs: Record<string, Schema> };
  const schemas = new Map<string, Schema>();
  const waiting = Object.keys(own);
  for (const name of waiting) {
    const isOwn = Object.hasOwn(own, name);
    const schema = isOwn ? own[name] : desk.components.schemas[name];
    if (schema === undefined) throw new Error(`There is no schema "${name}" for a configuration.`);
    assertHonoured(schema, name);
    const follow = ($ref: string): string => {
      const target = $ref.slice($ref.lastIndexOf('/') + 1);
      const isOfDesk = $ref === `${isOwn ? DESK : INTERNAL}${target}`;
      if (!isOfDesk && !(isOwn && $ref === `${OWN}${target}`))
        throw new Error(`${name} refers to ${$ref}, which nobody follows.`);
      if (isOfDesk && Object.hasOwn(own, target)) throw new Error(`There are two schemas named "${target}".`);
      if (!waiting.includes(target)) waiting.push(target);
      return `${INTERNAL}${target}`;
    };
    schemas.set(
      name,
      mapSchema(schema, (each) => (each.$ref === undefined ? each : { ...each, $ref: follow(each.$ref) })),
    );
  }
  return Object.fromEntries(schemas);
}

/** Renders the JSON Schema that editors and the command go by: draft 7, which editors know, and closed where nothing else is said. */
export function toConfigJsonSchema(schemas: ConfigSchemas, source: string): string {
  const { [ROOT]: root = {}, ...others } = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, mapSchema(schema, toDraft7)]),
  );
  const document = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: `Generated from ${source} by \`npm run generate\`. Change that file, not this one.`,
    ...root,
    definitions: others,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The settings in the order of the file, each with what is said of it and a sample. Throws on one that lacks either. */
export function settingsOf(schemas: ConfigSchemas): { name: string; description: string; sample: unknown }[] {
  return Object.entries(schemas[ROOT]?.properties ?? {}).map(([name, setting]) => {
    const { description, examples } = (
      setting.$ref === undefined ? setting : (schemas[setting.$ref.slice(INTERNAL.length)] ?? {})
    ) as Schema & { examples?: unknown[] };
    if (description === undefined || examples?.[0] === undefined)
      throw new Error(`The setting ${name} has no description, or no example.`);
    return { name, description, sample: examples[0] };
  });
}

/** What is said of the file as a whole. */
export function introductionOf(schemas: ConfigSchemas): string {
  return schemas[ROOT]?.description ?? '';
}

function toDraft7(schema: Schema): Schema {
  // A reference stands alone in draft 7: what is beside it counts for nothing.
  if (schema.$ref !== undefined) return { $ref: schema.$ref.replace(INTERNAL, '#/definitions/') };
  const isClosed = schema.properties !== undefined && schema.additionalProperties === undefined;
  return isClosed ? { ...schema, additionalProperties: false } : schema;
}

/** A schema with every schema inside it, and then itself, put through a change. */
function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const inner = (each: Schema): Schema => mapSchema(each, change);
  const { properties, items, anyOf, additionalProperties } = schema;
  return change({
    ...schema,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, each]) => [name, inner(each)]),
          ),
        }),
    ...(items === undefined ? {} : { items: inner(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(inner) }),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: inner(additionalProperties) }
      : {}),
  });
}

function assertHonoured(schema: Schema, where: string): void {
  for (const keyword of Object.keys(schema)) {
    if (!HONOURED.has(keyword) && !ANNOTATING_KEYWORDS.has(keyword))
      throw new Error(`Nobody honours the keyword "${keyword}" at ${where} when a configuration is read.`);
  }
  for (const [step, child] of childrenOf(schema)) assertHonoured(child, `${where}/${step}`);
  if (typeof schema.additionalProperties === 'object')
    assertHonoured(schema.additionalProperties, `${where}/additionalProperties`);
}
