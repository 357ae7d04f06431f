import { indent, read } from './code.ts';
import { type Conditions, typeCondition } from './conditions.ts';
import { nameOfRef, type Schema } from './spec.ts';

export type Explaining = {
  readonly conditions: Conditions;
  readonly sentences: Readonly<Record<string, string>>;
  readonly depth: number;
};

/** The statements that add the refusal texts of one schema, in the order its keywords stand in the file. */
export function explain(schema: Schema, v: string, at: string, how: Explaining): string {
  const { conditions, sentences } = how;
  const refuse = (attribute: string, sentence: string): string => {
    const text = sentences[sentence];
    if (text === undefined) throw new Error(`x-sentences has no "${sentence}"`);
    return `refuse(out, ${at}, ${JSON.stringify(attribute)}, ${JSON.stringify(text)});`;
  };
  const refusal = schema['x-refusal'];
  if (refusal !== undefined) {
    const texts = refusal.map(({ attribute, sentence }) => refuse(attribute, sentence)).join(' ');
    return `if (!(${conditions.of(schema, v)})) { ${texts} }`;
  }
  const unless = (part: Schema, sentence = 'invalid'): string => {
    const condition = conditions.of(part, v);
    return condition === 'true' ? '' : `if (!(${condition})) ${refuse('', sentence)}`;
  };
  const deeper = { ...how, depth: how.depth + 1 };
  const lines: string[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === '$ref') lines.push(`explain${nameOfRef(String(value), 'schemas')}(${v}, ${at}, out, d);`);
    else if (keyword === 'enum' || keyword === 'const') lines.push(unless({ [keyword]: value }, 'inclusion'));
    else if (keyword === 'allOf')
      lines.push(...(schema.allOf ?? []).map((child) => explain(child, v, at, deeper)));
    else if (keyword === 'required')
      lines.push(
        ...(schema.required ?? []).map(
          (name) => `if (isObject(${v}) && ${read(v, name)} === undefined) ${refuse(name, 'blank')}`,
        ),
      );
    else if (keyword === 'properties') lines.push(explainProperties(schema, v, at, deeper));
    else if (keyword === 'items') lines.push(explainItems(schema, v, at, deeper));
    else if (keyword === 'if') lines.push(explainBranches(schema, v, at, deeper));
    else if (keyword !== 'type' && keyword !== 'then' && keyword !== 'else')
      lines.push(unless({ [keyword]: value }));
  }
  const rest = lines.filter((line) => line !== '').join('\n');
  if (schema.type === undefined) return rest;
  const wrongKind = `if (!(${typeCondition(schema.type, v)})) ${refuse('', 'invalid')}`;
  return rest === '' ? wrongKind : `${wrongKind}\nelse {\n${indent(rest)}\n}`;
}

function explainProperties(schema: Schema, v: string, at: string, how: Explaining): string {
  const lines = Object.entries(schema.properties ?? {}).flatMap(([name, child], index) => {
    if (how.conditions.of(child, 'x') === 'true') return [];
    const [p, a] = [`p${how.depth}_${index}`, `a${how.depth}_${index}`];
    const inner = explain(child, p, a, how);
    return [
      `const ${p} = ${read(v, name)};`,
      `if (${p} !== undefined) {\n  const ${a} = below(${at}, ${JSON.stringify(name)});\n${indent(inner)}\n}`,
    ];
  });
  return lines.length === 0 ? '' : `if (isObject(${v})) {\n${indent(lines.join('\n'))}\n}`;
}

function explainItems(schema: Schema, v: string, at: string, how: Explaining): string {
  const items = schema.items ?? {};
  if (how.conditions.of(items, 'x') === 'true') return '';
  const [e, i, a] = [`e${how.depth}`, `i${how.depth}`, `a${how.depth}`];
  const inner = explain(items, e, a, how);
  return `if (Array.isArray(${v})) {\n  for (const [${i}, ${e}] of (${v} as unknown[]).entries()) {\n    const ${a} = entry(${at}, ${i});\n${indent(indent(inner))}\n  }\n}`;
}

function explainBranches(schema: Schema, v: string, at: string, how: Explaining): string {
  const [then, otherwise] = [schema.then, schema.else].map((child) =>
    child === undefined ? '' : explain(child, v, at, how),
  );
  return `if (${how.conditions.of(schema.if ?? {}, v)}) {\n${indent(then ?? '')}\n} else {\n${indent(otherwise ?? '')}\n}`;
}
