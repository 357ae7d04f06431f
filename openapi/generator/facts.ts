import { refusalsOf } from './answers.ts';
import { childrenOf } from './reach.ts';
import { sentencesOf } from './sentences.ts';
import { type Evidence, operationsOf, type Schema, type Spec } from './spec.ts';

/** One thing the file states: under which topic, about what, and how far it can be trusted. */
export type Fact = {
  readonly evidence: Evidence;
  readonly topic: string;
  readonly about: string;
  readonly rule: string;
};

/** Everything that the file states with an evidence, topic by topic, in the file's order. */
export function factsOf(spec: Spec): Fact[] {
  return [
    ...ruleFacts(spec),
    ...limitFacts(spec),
    ...listFacts(spec),
    ...requestFacts(spec),
    ...schemaFacts(spec),
    ...answerFacts(spec),
    ...textFacts(spec),
    ...diagnosticFacts(spec),
  ];
}

const code = (text: string): string => `\`${text}\``;

function ruleFacts(spec: Spec): Fact[] {
  const rules = (spec['x-rules'] ?? []).map(({ id, evidence, rule }) => ({
    evidence,
    about: code(id),
    rule: withBounds(rule, spec),
  }));
  const decoders = Object.entries(spec['x-decoders'] ?? {}).map(([name, { evidence, rule }]) => ({
    evidence,
    about: `Decoder ${code(name)}`,
    rule,
  }));
  return [...rules, ...decoders].map((fact) => ({ topic: 'Conduct', ...fact }));
}

function withBounds(rule: string, { 'x-bounds': bounds = {} }: Spec): string {
  return rule.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const bound = bounds[name];
    if (bound === undefined) throw new Error(`x-bounds has no "${name}".`);
    return bound.toLocaleString('en-US');
  });
}

function limitFacts(spec: Spec): Fact[] {
  const limits = spec['x-limits'];
  if (limits === undefined) return [];
  const { request_bytes: size, rate, read_cap_bytes: cap, nesting_depth: depth } = limits;
  const facts = [
    { ...size, about: 'Size', rule: `A body may have up to ${size.value} bytes.` },
    {
      ...rate,
      about: 'Rate',
      rule: `An account may make ${rate.requests} requests in ${rate.window_seconds} seconds.`,
    },
    { ...cap, about: 'Reading', rule: `No more than ${cap.value} bytes of a body are read.` },
    { ...depth, about: 'Nesting', rule: `JSON may be nested up to ${depth.value} levels deep.` },
  ];
  return facts.map(({ evidence, about, rule }) => ({ topic: 'Limits', evidence, about, rule }));
}

function listFacts(spec: Spec): Fact[] {
  const {
    'x-tolerated-path-suffixes': suffixes,
    'x-json-media-types': mediaTypes,
    'x-refused-keys': keys,
  } = spec;
  const facts: Omit<Fact, 'topic'>[] = [];
  const add = (about: string, evidence: Evidence, values: readonly string[]) =>
    facts.push({ about, evidence, rule: values.map(code).join(', ') });
  if (suffixes !== undefined) add('Path endings that change nothing', suffixes.evidence, suffixes.values);
  if (mediaTypes !== undefined) add('Content types that are JSON', mediaTypes.evidence, mediaTypes.values);
  if (keys !== undefined) {
    add('Keys that are refused', keys.evidence, keys.values);
    add('Refused wherever a key holds', keys.evidence, keys.containing);
  }
  return facts.map((fact) => ({ topic: 'Lists', ...fact }));
}

function requestFacts(spec: Spec): Fact[] {
  return operationsOf(spec).flatMap(({ method, path, summary = '', ...operation }) => [
    {
      topic: 'Requests',
      evidence: operation['x-evidence'] ?? 'assumed',
      about: code(`${method} ${path}`),
      rule: summary,
    },
  ]);
}

function schemaFacts(spec: Spec): Fact[] {
  return Object.entries(spec.components.schemas).flatMap(([name, schema]) => {
    const evidence = schema['x-evidence'] ?? 'assumed';
    const itself = { topic: 'Payloads', evidence, about: code(name), rule: schema.description ?? '' };
    return [itself, ...attributeFacts(name, schema, evidence)];
  });
}

/**
 * The attributes of a schema and of all that stands inside it, and the alternatives that the reference does not have;
 * one stated without an evidence has that around it.
 */
function attributeFacts(place: string, schema: Schema, around: Evidence): Fact[] {
  return childrenOf(schema).flatMap(([step, child]) => {
    const attribute = step.startsWith('properties/') ? step.slice('properties/'.length) : null;
    const within = attribute === null ? place : `${place}.${attribute}`;
    const evidence = child['x-evidence'] ?? around;
    const inside = attributeFacts(within, child, evidence);
    const isOneMore = child['x-undocumented'] === true && child.type !== undefined;
    if (child.description === undefined || (attribute === null && !isOneMore)) return inside;
    const about = attribute === null ? `${code(place)} as ${kindsOf(child)}` : code(within);
    return [{ topic: 'Payloads', evidence, about, rule: child.description }, ...inside];
  });
}

const kindsOf = ({ type = [] }: Schema): string =>
  (typeof type === 'string' ? [type] : type).map(code).join(' or ');

function answerFacts(spec: Spec): Fact[] {
  const { responses = {}, headers = {} } = spec.components;
  const ofResponse = Object.values(responses).map(
    ({ description, 'x-reason': reason = '', 'x-evidence': evidence = 'assumed' }) => ({
      evidence,
      about: reason,
      rule: description,
    }),
  );
  const names = new Map(
    Object.values(responses).flatMap((response) =>
      Object.entries(response.headers ?? {}).map(([name, { $ref }]): [string, string] => [
        $ref.split('/').at(-1) ?? '',
        name,
      ]),
    ),
  );
  const ofHeader = Object.entries(headers).map(
    ([name, { description, 'x-evidence': evidence = 'assumed' }]) => ({
      evidence,
      about: `Header ${code(names.get(name) ?? name)}`,
      rule: description,
    }),
  );
  return [...ofResponse, ...ofHeader].map((fact) => ({ topic: 'Answers', ...fact }));
}

function textFacts(spec: Spec): Fact[] {
  const ofRefusal = refusalsOf(spec).map(({ status, code: name, text, evidence }) => ({
    evidence,
    about: `${status} ${code(name)}`,
    rule: text,
  }));
  const sentences = sentencesOf(spec);
  const ofSentence = Object.entries(spec['x-sentences'] ?? {}).map(([name, { evidence }]) => ({
    evidence,
    about: `Ending of a 422, ${code(name)}`,
    rule: `… ${sentences[name]}`,
  }));
  return [...ofRefusal, ...ofSentence].map((fact) => ({ topic: 'Texts', ...fact }));
}

function diagnosticFacts(spec: Spec): Fact[] {
  return Object.entries(spec['x-diagnostics'] ?? {}).map(([name, { level, evidence, meaning }]) => ({
    topic: 'Diagnostics',
    evidence,
    about: `${code(name)} (${level})`,
    rule: meaning,
  }));
}
