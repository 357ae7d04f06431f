import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../generator/facts.ts';
import { childrenOf } from '../generator/reach.ts';
import {
  nameOfRef,
  operationsOf,
  parseSpec,
  requestSchemaOf,
  type Schema,
  type Spec,
} from '../generator/spec.ts';
import { toDocumentedView } from '../generator/views.ts';

const text = await readFile(join(import.meta.dirname, '../push-api.yaml'), 'utf8');
const spec = parseSpec(text);

/** The kinds of value that a schema names as such, in its alternatives too. */
function kindsOf({ type = [], enum: values = [], anyOf = [] }: Schema): string[] {
  const own = typeof type === 'string' ? [type] : type;
  return [...own, ...(values.includes(null) ? ['null'] : []), ...anyOf.flatMap(kindsOf)];
}

/** The schemas of all values that a body may hold; what only decides on a refusal or a branch says nothing of kinds. */
function valuesOf(file: Spec): { readonly where: string; readonly schema: Schema }[] {
  const found = new Map<string, Schema>();
  const visit = (where: string, schema: Schema): void => {
    if (schema['x-undocumented'] === true || found.has(where)) return;
    found.set(where, schema);
    if (schema.$ref !== undefined) {
      const name = nameOfRef(schema.$ref, 'schemas');
      visit(name, file.components.schemas[name] ?? {});
    }
    for (const [step, child] of childrenOf(schema)) {
      const isCondition =
        /^(?:if|not|anyOf)/.test(step) || (child['x-refusal'] !== undefined && /^allOf/.test(step));
      if (!isCondition) visit(`${where}/${step}`, child);
    }
  };
  for (const operation of operationsOf(file)) visit(operation.operationId, requestSchemaOf(operation) ?? {});
  return Array.from(found, ([where, schema]) => ({ where, schema }));
}

/** Nulls and lists that are accepted and not documented, without an alternative that says so. */
function untaggedKinds(file: Spec): string[] {
  return valuesOf(file).flatMap(({ where, schema }) => {
    const documented = kindsOf(toDocumentedView(schema));
    const dropped = kindsOf(schema).filter(
      (kind) => /^(?:null|array)$/.test(kind) && !documented.includes(kind),
    );
    return dropped
      .filter((kind) => !schema.anyOf?.some((choice) => isTagged(choice) && kindsOf(choice).includes(kind)))
      .map((kind) => `${where} as ${kind}`);
  });
}

const isTagged = (schema: Schema): boolean =>
  schema['x-undocumented'] === true && schema['x-evidence'] === 'client' && schema.description !== undefined;

describe('A null or a list that only clients send', () => {
  it('is an alternative with that evidence, and is called undocumented', () => {
    expect(untaggedKinds(spec)).toEqual([]);
  });

  it('is found wherever it hides', () => {
    const hidden = [
      'Text',
      'Mailboxes',
      'UserReference',
      'CompanyMention',
      'MessageBody',
      'Theme',
      'Channel',
    ];
    const accepted = valuesOf(spec).filter(({ schema }) => kindsOf(schema).includes('null'));
    expect(accepted.map(({ where }) => where)).toEqual(
      expect.arrayContaining([
        ...hidden,
        'Properties',
        'Identifier',
        'UserAttributes/properties/companies',
        'UserAttributes/properties/preferences',
        'CompanyAttributes/properties/relationships',
      ]),
    );
    const untagged = text
      .replaceAll('x-evidence: client, x-undocumented: true', 'x-evidence: documented, x-undocumented: true')
      .replace("type: [array, 'null']\n          maxItems: 0", "type: 'null'");
    expect(untaggedKinds(parseSpec(untagged))).toEqual(
      expect.arrayContaining([...hidden.map((name) => `${name} as null`), 'Mailboxes as array']),
    );
  });

  it('stands on the page of what is known among what clients send', () => {
    const rows = factsOf(spec).filter(({ about }) => about.includes(' as `'));
    expect(rows.length).toBeGreaterThanOrEqual(16);
    expect(rows.filter(({ evidence }) => evidence !== 'client')).toEqual([]);
    expect(rows.map(({ about }) => about)).toEqual(
      expect.arrayContaining([
        '`Text` as `null`',
        '`Mailboxes` as `array`',
        '`UserAttributes.companies` as `null`',
      ]),
    );
  });
});
