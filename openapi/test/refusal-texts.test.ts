import { describe, expect, it } from 'vitest';
import { checks, ROOT, type Violation } from '../generated/push/checks.ts';

const decoders = {
  address: (text: string) => text.includes('@'),
  mailbox: (text: string) => text.includes('@'),
  knows: (_list: string, name: string) => !name.startsWith('no-'),
};

function explain(name: string, payload: unknown): Violation[] {
  const violations: Violation[] = [];
  checks[name]?.explain(payload, ROOT, violations, decoders);
  return violations;
}

const body = { type: 'text', content: 'Hello.' };

const refusals: readonly [string, string, unknown, Record<string, string>][] = [
  [
    'an attribute that is missing',
    'Company',
    { name: 'Quayside' },
    { "Identifier can't be blank": '/identifier' },
  ],
  [
    'one of two that are missing',
    'User',
    { email: ' ' },
    { "Identifier can't be blank": '/identifier', "Email can't be blank": '/email' },
  ],
  ['a value of another kind', 'Company', { identifier: true }, { 'Identifier is invalid': '/identifier' }],
  [
    'a value outside the list',
    'Message',
    { template: 't', user: 'u', channel: 'sms' },
    { 'Channel is not included in the list': '/channel' },
  ],
  [
    'a list where one is wanted',
    'User',
    { identifier: 1, preferences: {} },
    { 'Preferences is invalid': '/preferences' },
  ],
  ['a decoder that refuses', 'User', { email: 'nobody' }, { 'Email is invalid': '/email' }],
  [
    'one entry of a list that a decoder refuses',
    'Message',
    { to: ['a@b', 'c'], subject: 's', body },
    { 'To is invalid': '/to/1' },
  ],
  [
    'names that the account does not have, behind who is missing and before the rest',
    'Message',
    { channel: 'web', to: 'nobody', template: 'no-a', sender: 'no-b', theme: 'no-c', topic: 'no-d' },
    {
      'User must exist': '/user',
      'Template must exist': '/template',
      'Sender must exist': '/sender',
      'Theme must exist': '/theme',
      'Topic must exist': '/topic',
      'To must be blank': '/to',
      'To is invalid': '/to',
    },
  ],
  [
    'a topic that the account does not have, by the way there',
    'Event',
    { name: 'n', user: { identifier: 1, preferences: [{ topic: 'no-a', subscribed: true }] } },
    { 'User preferences topic must exist': '/user/preferences/0/topic' },
  ],
  [
    'a relation to nobody',
    'Relationship',
    { company: '' },
    { 'User must exist': '/user', 'Company must exist': '/company' },
  ],
  [
    'a record inside that names nobody',
    'Event',
    { name: 'n', user: { properties: {} } },
    { 'User must exist': '/user' },
  ],
  [
    'a name of several words',
    'Message',
    { user: 'u', template: 't', reply_to: 7 },
    { 'Reply to is invalid': '/reply_to' },
  ],
  [
    'something deep inside, by its way there',
    'User',
    { identifier: 7, relationships: [{ company: 'c' }, { company: { identifier: 3, name: 4 } }] },
    { 'Relationships company name is invalid': '/relationships/1/company/name' },
  ],
  [
    'the same thing twice, once',
    'User',
    { identifier: 7, relationships: [{ company: null }, { company: '' }] },
    { 'Relationships company must exist': '/relationships/0/company' },
  ],
  [
    'what must not be there',
    'Message',
    { channel: 'web', to: 'ada@example.com', user: 'u', template: 't' },
    { 'To must be blank': '/to' },
  ],
  [
    'everything at once, in the order of the file',
    'Message',
    { subject: ' ', channel: 'web' },
    { 'User must exist': '/user', "Subject can't be blank": '/subject', "Body can't be blank": '/body' },
  ],
  [
    'the parts of a multipart body',
    'MessageBody',
    { type: 'multipart', content: [{ type: 'html' }] },
    { 'Content is invalid': '/content' },
  ],
  [
    'a body of no kind',
    'Message',
    { user: 'u', subject: 's', body: { content: '' } },
    { 'Body type is not included in the list': '/body/type' },
  ],
  ['a payload that is no object', 'Event', [], { 'Payload is invalid': '' }],
];

describe('The texts of a refusal', () => {
  it.each(refusals)('name %s', (_, name, payload, expected) => {
    expect(explain(name, payload).map(({ text, pointer }) => [text, pointer])).toEqual(
      Object.entries(expected),
    );
    expect(checks[name]?.is(payload, decoders)).toBe(false);
  });
});
