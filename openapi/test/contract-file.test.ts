import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checks } from '../generated/push/checks.ts';
import { contract, type RefusalCode } from '../generated/push/contract.ts';
import { factsOf } from '../generator/facts.ts';
import { type Evidence, nameOfRef, operationsOf, parseSpec, requestSchemaOf } from '../generator/spec.ts';

const text = await readFile(join(import.meta.dirname, '../push-api.yaml'), 'utf8');
const spec = parseSpec(text);
const incoming = parseSpec(await readFile(join(import.meta.dirname, '../incoming-api.yaml'), 'utf8'));
const EVIDENCE: readonly unknown[] = ['documented', 'client', 'observed', 'assumed'] satisfies Evidence[];

type Tagged = { readonly where: string; readonly value: unknown };

/** Everything under a key, at any depth. */
function allUnder(keys: readonly string[], node: unknown, where = ''): Tagged[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...(keys.includes(key) ? [{ where: `${where}/${key}`, value }] : []),
    ...allUnder(keys, value, `${where}/${key}`),
  ]);
}

describe('Every example of a request', () => {
  const examples = operationsOf(spec).flatMap((operation) => {
    const name = nameOfRef(requestSchemaOf(operation)?.$ref ?? '', 'schemas');
    const named = operation.requestBody?.content['application/json']?.examples ?? {};
    return Object.entries(named).map(([example, { value }]) => ({
      title: `${operation.operationId} ${example}`,
      name,
      value,
    }));
  });

  it('stands under an operation, two for each at least', () => {
    for (const { operationId } of operationsOf(spec)) {
      expect(
        examples.filter(({ title }) => title.startsWith(`${operationId} `)).length,
        operationId,
      ).toBeGreaterThanOrEqual(2);
    }
  });

  it.each(examples)('$title is accepted', ({ name, value }) => {
    expect(checks[name]?.is(value)).toBe(true);
  });
});

describe('Every example of an answer', () => {
  const { rate, requestBytes } = contract.limits;
  const numbers: Readonly<Record<string, string>> = {
    too_many_requests_limit: String(rate.requests),
    too_many_requests_window: String(rate.windowSeconds),
    too_many_requests_retry_after: String(spec.components.headers?.RetryAfter?.example),
    content_too_large_limit: `${requestBytes / 1024} KB`,
    content_too_large_size: '1 MB',
  };
  const examples = Object.values(spec.components.responses ?? {}).flatMap(({ content = {} }) =>
    Object.values(content).flatMap(({ example }) => (example === undefined ? [] : [example])),
  );

  it.each(examples)(
    '$status $code has the text that the service would fill in',
    ({ status, code, errors }) => {
      const refusal = contract.refusals[code as RefusalCode];
      const filled = refusal.text.replaceAll(
        /\{(\w+)\}/g,
        (_, name: string) => numbers[`${code}_${name}`] ?? 'unknown',
      );
      expect({ status, code, errors }).toEqual({
        status: refusal.status,
        code: refusal.code,
        errors: [filled],
      });
    },
  );
});

describe('Every statement', () => {
  it('names one of the four evidences', () => {
    const tags = allUnder(['evidence', 'x-evidence', 'x-text-evidence'], parse(text));
    expect(tags.length).toBeGreaterThan(150);
    expect(tags.filter(({ value }) => !EVIDENCE.includes(value))).toEqual([]);
  });

  it('of a schema, an answer, a header or an operation has one', () => {
    const { schemas, responses = {}, headers = {} } = spec.components;
    const owners = Object.entries({
      ...schemas,
      ...responses,
      ...headers,
      ...Object.fromEntries(operationsOf(spec).map((own) => [own.operationId, own])),
    });
    expect(owners.length).toBeGreaterThan(60);
    expect(owners.filter(([, owner]) => owner['x-evidence'] === undefined).map(([name]) => name)).toEqual([]);
  });

  it('of a refusal says how sure its text is', () => {
    const refusing = Object.entries(spec.components.responses ?? {}).filter(
      ([, { content }]) => content !== undefined,
    );
    expect(
      refusing.filter(([, response]) => response['x-text-evidence'] === undefined).map(([name]) => name),
    ).toEqual([]);
  });

  it('of a rule has an id of its own and a sentence', () => {
    const rules = spec['x-rules'] ?? [];
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(
      rules.filter(({ id, rule }) => !/^[a-z]+(-[a-z]+)*$/.test(id) || !/^[A-Z`].*\.$/s.test(rule)),
    ).toEqual([]);
  });

  it('reaches the page of what is known, the least certain first', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/what-the-stand-in-knows.md'), 'utf8');
    const headings = page.match(/^## .+$/gm);
    expect(headings).toEqual(['## assumed', '## observed', '## client', '## documented']);
    const rows = page.split('\n').filter((line) => /^\| (?!\[|About|Evidence|---)/.test(line));
    expect(rows).toHaveLength(factsOf(spec).length + factsOf(incoming).length);
    for (const { id } of spec['x-rules'] ?? []) expect(page).toContain(`| \`${id}\` |`);
    for (const name of Object.keys(spec['x-sentences'] ?? {})) expect(page).toContain(`, \`${name}\` |`);
    for (const value of contract.refusedKeys.values) expect(page).toContain(`\`${value}\``);
    for (const value of [...contract.toleratedPathSuffixes, ...contract.jsonMediaTypes])
      expect(page).toContain(`\`${value}\``);
    for (const header of ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After']) {
      expect(page).toContain(`Header \`${header}\``);
    }
  });
});
