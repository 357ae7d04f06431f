import type { Replay } from './replay.ts';

const MAIL = { to: ['ada@example.com'], from: ['post@example.com'], subject: 'Hello' };

/** What the Ruby gem makes of mails, and its messages by template. */
export const RUBY_MAILS: readonly Replay[] = [
  {
    what: 'a mail to several, text before HTML',
    path: '/messages',
    body: {
      ...MAIL,
      to: ['ada@example.com', 'ben@example.com'],
      reply_to: ['care@example.com'],
      body: {
        type: 'multipart',
        content: [
          { type: 'text', content: 'Hi\nthere' },
          { type: 'html', content: '<p>Hi</p>' },
        ],
      },
      theme: null,
    },
    leaves: {
      messages: [
        {
          to: ['ada@example.com', 'ben@example.com'],
          from: ['post@example.com'],
          reply_to: ['care@example.com'],
          theme: null,
          user: null,
          body: {
            type: 'multipart',
            content: [
              { type: 'text', content: 'Hi\nthere' },
              { type: 'html', content: '<p>Hi</p>' },
            ],
          },
        },
      ],
    },
  },
  {
    what: 'a mail with one usable part',
    path: '/messages',
    body: { ...MAIL, body: { type: 'html', content: '<p>Hi</p>' }, theme: null },
    leaves: { messages: [{ body: { type: 'html', content: '<p>Hi</p>' }, theme: null }] },
  },
  {
    what: 'a mail with an attachment, which ends up empty',
    path: '/messages',
    body: { ...MAIL, body: { type: 'multipart', content: [] }, theme: null },
    leaves: { messages: [{ body: { type: 'multipart', content: [] } }] },
  },
  {
    what: 'a mail with a text file, a text twice',
    path: '/messages',
    body: {
      ...MAIL,
      body: {
        type: 'multipart',
        content: [
          { type: 'text', content: 'Hi' },
          { type: 'html', content: '<p>Hi</p>' },
          { type: 'text', content: 'the file' },
        ],
      },
      theme: null,
    },
    leaves: {
      messages: [{ body: { content: [{ type: 'text' }, { type: 'html' }, { content: 'the file' }] } }],
    },
  },
  {
    what: 'a mail in HTML that says it is text',
    path: '/messages',
    body: { ...MAIL, body: { type: 'text', content: '<p>Hi</p>' }, theme: null },
    leaves: { messages: [{ body: { type: 'text', content: '<p>Hi</p>' } }] },
  },
  {
    what: 'a mail without a word in it',
    path: '/messages',
    body: { ...MAIL, body: { type: 'text', content: '' }, theme: null },
    leaves: { messages: [{ body: { type: 'text', content: '' } }] },
  },
  {
    what: 'a mail without a subject',
    path: '/messages',
    body: { to: ['ada@example.com'], body: { type: 'text', content: 'Hi' }, theme: null },
    status: 422,
    errors: ["Subject can't be blank"],
  },
  {
    what: 'a mail to nobody',
    path: '/messages',
    body: {
      from: ['post@example.com'],
      subject: 'Hello',
      body: { type: 'text', content: 'Hi' },
      theme: null,
    },
    status: 422,
    errors: ['User must exist'],
  },
  {
    what: 'a message by template to a user who becomes an object',
    path: '/messages',
    body: {
      user: { identifier: 'user-1' },
      template: 'welcome-email',
      properties: { account_name: 'Example, Inc.' },
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      messages: [
        { user: 'user-1', template: 'welcome-email', properties: { account_name: 'Example, Inc.' } },
      ],
    },
  },
];
