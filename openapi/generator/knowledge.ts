import { type Fact, factsOf } from './facts.ts';
import type { Evidence, Spec } from './spec.ts';

const ORDER: readonly Evidence[] = ['assumed', 'observed', 'client', 'documented'];

const MEANING: Readonly<Record<Evidence, string>> = {
  assumed:
    'A decision of this project, where nothing is known. A wrong one is a bug: tell us what the real service does.',
  observed: 'Seen in a recorded answer, or in an integration that others run.',
  client: "Sent or relied on by the vendor's own clients.",
  documented: 'Printed in the Push API reference, or on its pages about RudderStack and Segment.',
};

const INTRODUCTION = `Every rule of the simulated Userlist, with the evidence for it, the least certain first. When a test of yours passes
here and the real service disagrees, the rule you relied on is most likely among the assumed ones.

The page is generated from \`openapi/push-api.yaml\` and \`openapi/incoming-api.yaml\` by \`npm run generate\`; change those files, not
this one.`;

/** Renders the page *What the stand-in knows*: every rule by its evidence, the assumed ones first. */
export function toKnowledge(specs: readonly Spec[]): string {
  const facts = specs.flatMap(factsOf);
  const held = ORDER.map((evidence) => ({
    evidence,
    facts: facts.filter((fact) => fact.evidence === evidence),
  }));
  const overview = held.map(
    ({ evidence, facts: { length } }) => `| [${evidence}](#${evidence}) | ${length} | ${MEANING[evidence]} |`,
  );
  return [
    '# What the stand-in knows',
    INTRODUCTION,
    ['| Evidence | Rules | What it means |', '| --- | ---: | --- |', ...overview].join('\n'),
    ...held.flatMap(({ evidence, facts: own }) => [`## ${evidence}`, MEANING[evidence], ...toSections(own)]),
    '',
  ].join('\n\n');
}

function toSections(facts: readonly Fact[]): string[] {
  const topics = [...new Set(facts.map(({ topic }) => topic))];
  return topics.flatMap((topic) => {
    const rows = facts
      .filter((fact) => fact.topic === topic)
      .map(({ about, rule }) => `| ${cell(about)} | ${cell(rule)} |`);
    return [`### ${topic}`, ['| About | Rule |', '| --- | --- |', ...rows].join('\n')];
  });
}

const cell = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
