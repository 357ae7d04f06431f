import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateAll, staleFiles } from '../generate.ts';
import { toIncomingFiles, toPages, toPushFiles } from '../generator/files.ts';

const [pushApi = '', incomingApi = ''] = await Promise.all(
  ['push', 'incoming'].map((name) => readFile(join(import.meta.dirname, `../${name}-api.yaml`), 'utf8')),
);

describe('The generated files', () => {
  it('are what the YAML says', async () => {
    expect(await staleFiles(await generateAll())).toEqual([]);
  });

  it('are named when one of them is not, or is missing', async () => {
    const files = await generateAll();
    const [first = '', second = ''] = Object.keys(files).sort();
    const changed = { ...files, [first]: `${files[first]} `, [`${second}.missing`]: '' };
    const stale = await staleFiles(changed);
    expect(stale).toHaveLength(2);
    expect(stale[0]).toMatch(/^(docs|openapi)/);
    expect(stale[1]).toMatch(/\.missing$/);
  });

  it('are the same each time', async () => {
    expect(await toPushFiles(pushApi, incomingApi)).toEqual(await toPushFiles(pushApi, incomingApi));
  });

  it.each([
    [
      'a limit',
      ['request_bytes: { value: 102400', 'request_bytes: { value: 102401'],
      ['contract.ts', 'limits.ts'],
    ],
    ['a refusal text', ['Invalid Push key', 'Unknown Push key'], ['accepted.ts', 'contract.ts', 'types.ts']],
    [
      'the name of a header',
      ['X-RateLimit-Reset: {', 'X-RateLimit-End: {'],
      ['accepted.ts', 'contract.ts', 'limits.ts', 'types.ts'],
    ],
    [
      'the address of the service',
      ['url: https://push.userlist.com', 'url: https://push.example.com'],
      ['contract.ts', 'hosts.ts', 'limits.ts'],
    ],
    ['the reason of acceptance', ['x-reason: Accepted', 'x-reason: Taken'], ['contract.ts']],
    ['the channel of an attribute', ['x-channel: email', 'x-channel: web'], ['contract.ts']],
    ['the meaning of a diagnostic', ['Two users have', 'Several users have'], ['contract.ts']],
    ['a bound', ['tiny_requests: 5', 'tiny_requests: 6'], ['contract.ts']],
    ['a sentence', ['text: must exist', 'text: has to exist'], ['checks.ts']],
    ['a path', ['  /events:', '  /incidents:'], ['accepted.ts', 'contract.ts', 'types.ts']],
    ['a decoder that refuses from now on', ['refuses: false', 'refuses: true'], ['checks.ts']],
  ])('follow %s', async (_, [before = '', after = ''], files) => {
    expect(pushApi).toContain(before);
    const [old, changed] = await Promise.all([
      toPushFiles(pushApi, incomingApi),
      toPushFiles(pushApi.replace(before, after), incomingApi),
    ]);
    const differing = Object.keys(old).filter((name) => old[name] !== changed[name]);
    expect(differing.sort()).toEqual(files);
  });

  it('show a changed rule on the page of what is known', () => {
    const changed = pushApi.replace('Query strings never matter.', 'Query strings matter.');
    expect(toPages(changed, incomingApi)).not.toEqual(toPages(pushApi, incomingApi));
  });

  it.each([
    [
      'the address of the incoming host',
      ['url: https://incoming.userlist.com', 'url: https://incoming.example.com'],
      ['contract.ts', 'hosts.ts'],
    ],
    ['a path of it', ['  /segment/events:', '  /segment/messages:'], ['contract.ts', 'types.ts']],
    ['whose messages it takes', ['x-dialect: segment', 'x-dialect: rudderstack'], ['contract.ts']],
    [
      'what it is like',
      ['x-evidence: observed\n      x-like: pushUser', 'x-evidence: client\n      x-like: pushUser'],
      ['contract.ts'],
    ],
    ['how its callers show who they are', ['        - Basic: []\n', ''], ['contract.ts']],
    [
      'the meaning of a diagnostic on messages',
      ['A message named no user', 'No user was named'],
      ['contract.ts'],
    ],
    ['an attribute of messages', ['        anonymousId:\n', '        anonymous:\n'], ['types.ts']],
  ])('follow %s', async (_, [before = '', after = ''], files) => {
    expect(incomingApi).toContain(before);
    const make = async (text: string): Promise<Readonly<Record<string, string | undefined>>> => ({
      ...(await toPushFiles(pushApi, text)),
      'types.ts': (await toIncomingFiles(text, pushApi))['types.ts'],
    });
    const [old, changed] = await Promise.all([make(incomingApi), make(incomingApi.replace(before, after))]);
    const differing = Object.keys(old).filter((name) => old[name] !== changed[name]);
    expect(differing.sort()).toEqual(files);
  });

  it('show a changed rule of the incoming host on the page of what is known', () => {
    const changed = incomingApi.replace('Never names anybody.', 'Names nobody.');
    expect(toPages(pushApi, changed)).not.toEqual(toPages(pushApi, incomingApi));
  });
});
