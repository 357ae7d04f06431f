import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../generated/push/checks.ts';
import { contract } from '../generated/push/contract.ts';
import { hosts } from '../generated/push/hosts.ts';
import { toIncomingFiles, toPushFiles } from '../generator/files.ts';
import { operationsOf, parseSpec } from '../generator/spec.ts';

const [pushApi = '', incomingApi = ''] = await Promise.all(
  ['push', 'incoming'].map((name) => readFile(join(import.meta.dirname, `../${name}-api.yaml`), 'utf8')),
);
const [push, incoming] = [parseSpec(pushApi), parseSpec(incomingApi)];
const operations = operationsOf(incoming);

describe('The file about the incoming host', () => {
  it('gives every operation to the contract, beside those of the Push API', () => {
    const ids = [...operationsOf(push), ...operations].map(({ operationId }) => operationId);
    expect(Object.keys(contract.operations)).toEqual(ids);
    expect(ids).toHaveLength(13);
  });

  it('names its host once, as the Push API does', () => {
    expect(hosts).toEqual({ push: 'push.userlist.com', incoming: 'incoming.userlist.com' });
    expect(contract.hosts).toEqual(hosts);
  });

  it('lets only messages of Segment come with Basic credentials', () => {
    const basic = Object.entries(contract.operations).filter(([, { schemes }]) => schemes.includes('Basic'));
    expect(basic.map(([id, { schemes }]) => [id, schemes])).toEqual([
      ['pushSegmentEvent', ['Push', 'Basic']],
    ]);
  });

  it('has examples under every operation, two at least, and those of payloads are accepted', () => {
    for (const operation of operations) {
      const examples = Object.values(operation.requestBody?.content['application/json']?.examples ?? {});
      expect(examples.length, operation.operationId).toBeGreaterThanOrEqual(2);
      const row = Object.entries(contract.operations).find(([id]) => id === operation.operationId)?.[1];
      if (row?.takes !== 'payload') continue;
      for (const { value } of examples) expect(checks[row.schema]?.is(value)).toBe(true);
    }
  });

  it('says of every operation, schema, attribute, rule and diagnostic how far it can be trusted', () => {
    const { schemas, responses = {} } = incoming.components;
    for (const owner of [...operations, ...Object.values(schemas), ...Object.values(responses)])
      expect(owner['x-evidence']).toEqual(expect.any(String));
    const attributes = Object.values(schemas.CdpMessage?.properties ?? {});
    expect(attributes.filter((attribute) => attribute['x-evidence'] === undefined)).toEqual([]);
    const tagged = [...(incoming['x-rules'] ?? []), ...Object.values(incoming['x-diagnostics'] ?? {})];
    const evidences = ['documented', 'client', 'observed', 'assumed'];
    expect(tagged.filter(({ evidence }) => !evidences.includes(evidence))).toEqual([]);
    expect(tagged.length).toBeGreaterThan(25);
  });

  it('has no rule with the id of another, in either file', () => {
    const ids = [...(push['x-rules'] ?? []), ...(incoming['x-rules'] ?? [])].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has its rules, its messages and its diagnostics on the page of what is known', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/what-the-stand-in-knows.md'), 'utf8');
    for (const { id } of incoming['x-rules'] ?? []) expect(page).toContain(`| \`${id}\` |`);
    for (const code of Object.keys(incoming['x-diagnostics'] ?? {})) expect(page).toContain(`\`${code}\` (`);
    for (const { path } of operations) expect(page).toContain(`\`POST ${path}\``);
    expect(page).toContain('| `CdpMessage.traits.createdAt` |');
  });

  it('has types that hold what it refers to in the other file, and nothing more', async () => {
    const { 'types.ts': types = '' } = await toIncomingFiles(incomingApi, pushApi);
    for (const name of ['CdpMessage', 'User', 'UserRelationship', 'Error'])
      expect(types).toContain(`        ${name}: `);
    expect(types).not.toContain('        Message: ');
    expect(types).not.toContain('push-api.yaml#');
  });
});

describe('What the generator refuses of it', () => {
  const refusal = async (change: (text: string) => string): Promise<unknown> => {
    const changed = change(incomingApi);
    expect(changed).not.toBe(incomingApi);
    return Promise.all([toPushFiles(pushApi, changed), toIncomingFiles(changed, pushApi)]).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : error),
    );
  };

  it.each([
    [
      'an operation like one that there is not',
      (text: string) => text.replace('x-like: pushUser', 'x-like: pushPerson'),
      'The Push API has no pushPerson, which pushPosthogUser is like.',
    ],
    [
      'an operation like one with another schema',
      (text: string) => text.replace('x-like: pushUser', 'x-like: pushCompany'),
      'pushPosthogUser is like pushCompany and has to have its schema, Company.',
    ],
    [
      'an operation that says neither what it is like nor whose messages it takes',
      (text: string) => text.replace('      x-like: pushUser\n', ''),
      'pushPosthogUser needs either an x-like or an x-dialect.',
    ],
    [
      'a route that the Push API has',
      (text: string) => text.replace('  /posthog/users:', '  /users:'),
      'There are two operations POST /users.',
    ],
    [
      'an id that the Push API has',
      (text: string) => text.replace('operationId: pushPosthogUser', 'operationId: pushUser'),
      'Two operations have one id.',
    ],
    [
      'a schema with a name that is reached in the other file too',
      (text: string) => text.replaceAll('CdpMessage', 'User'),
      'Both files have User among their schemas; call one of them otherwise.',
    ],
    [
      'a reference that leads nowhere',
      (text: string) =>
        text.replaceAll('push-api.yaml#/components/schemas/User', 'push-api.yaml#/components/schemas/Person'),
      expect.stringContaining('Person'),
    ],
  ])('is %s', async (_, change, message) => {
    expect(await refusal(change)).toEqual(message);
  });
});
