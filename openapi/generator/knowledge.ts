import { refusalsOf } from './contract.ts';
import { type Evidence, operationsOf, type Schema, type Spec } from './spec.ts';

type Fact = { readonly evidence: Evidence; readonly what: string; readonly rule: string };

const ORDER: readonly Evidence[] = ['assumed', 'observed', 'client', 'documented'];

const MEANING: Readonly<Record<Evidence, string>> = {
  assumed: 'Our own decisions, where nothing is known. Wrong ones are bugs: tell us what you saw.',
  observed: 'Seen in a recorded answer or in an integration that others run.',
  client: "What the vendor's own clients send or rely on.",
  documented: 'Printed in the Push API reference or on the RudderStack and Segment destination pages.',
};

/** Renders the page *What the stand-in knows*: every rule by its evidence, the assumed ones first. */
export function toKnowledge(spec: Spec): string {
  const facts = factsOf(spec);
  const sections = ORDER.map((evidence) => {
    const rows = facts.filter((fact) => fact.evidence === evidence).map(({ what, rule }) => `| ${cell(what)} | ${cell(rule)} |`);
    return [`## ${evidence} (${rows.length})`, MEANING[evidence], ['| About | Rule |', '| --- | --- |', ...rows].join('\n')].join('\n\n');
  });
  return [
    '# What the stand-in knows',
    'Generated from `openapi/push-api.yaml` by `npm run generate`. Every rule of the simulated Userlist with the evidence for it, the least certain first.',
    ...sections,
    '',
  ].join('\n\n');
}

function factsOf(spec: Spec): Fact[] {
  const facts: Fact[] = [];
  for (const { id, evidence, rule } of spec['x-rules'] ?? []) facts.push({ evidence, what: id.replaceAll('-', ' '), rule });
  const limits = spec['x-limits'];
  if (limits !== undefined) {
    const { request_bytes, rate, read_cap_bytes, nesting_depth } = limits;
    facts.push(
      { evidence: request_bytes.evidence, what: 'size limit', rule: `A body may have up to ${request_bytes.value} bytes.` },
      { evidence: rate.evidence, what: 'rate limit', rule: `${rate.requests} requests per ${rate.window_seconds} seconds and account.` },
      { evidence: read_cap_bytes.evidence, what: 'read cap', rule: `Reading a body stops at ${read_cap_bytes.value} bytes.` },
      { evidence: nesting_depth.evidence, what: 'nesting', rule: `Bodies nested deeper than ${nesting_depth.value} levels are refused.` },
    );
  }
  for (const { status, code, text, evidence } of refusalsOf(spec)) facts.push({ evidence, what: `text of ${status} ${code}`, rule: text });
  for (const [name, { evidence, rule }] of Object.entries(spec['x-decoders'] ?? {})) facts.push({ evidence, what: `decoder ${name}`, rule });
  for (const operation of operationsOf(spec)) {
    const { method, path, summary = '' } = operation;
    facts.push({ evidence: operation['x-evidence'] ?? 'assumed', what: `${method} ${path}`, rule: summary });
  }
  for (const [name, schema] of Object.entries(spec.components.schemas)) facts.push(...attributeFacts(name, schema, schema['x-evidence'] ?? 'assumed'));
  return facts;
}

function attributeFacts(name: string, schema: Schema, inherited: Evidence): Fact[] {
  const own = Object.entries(schema.properties ?? {})
    .filter(([, attribute]) => attribute.description !== undefined)
    .map(([attribute, { description = '', 'x-evidence': evidence = inherited }]) => ({ evidence, what: `${name}.${attribute}`, rule: description }));
  return [...own, ...(schema.allOf ?? []).flatMap((child) => attributeFacts(name, child, inherited))];
}

const cell = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
