import type { FaultEffect, SettingsChange } from '../../src/index.ts';
import type { Came, OfficialCall } from './official-calls.ts';

/** What the official client meets, and what the stand-in says of it. */
export type OfficialRefusal = {
  readonly what: string;
  /** `k` if absent. */
  readonly key?: string | null;
  readonly settings?: SettingsChange;
  /** What happens to the first request. */
  readonly effect?: FaultEffect;
  readonly calls: readonly OfficialCall[];
  readonly came: readonly Came[];
  /** What the journal has of each request: what its status was to be and how much of the answer left. */
  readonly journal: readonly (readonly [status: number | null, delivered: string])[];
  /** Who is there afterwards. */
  readonly users: readonly string[];
};

const ANN: OfficialCall = ['users.push', 'ann'];
const TOO_LONG = 'x'.repeat(102_400);
const BODY = 'twenty bytes of body';

/** Objects in one another, one more than is read. */
function toNested(depth: number): unknown {
  let nested: unknown = 1;
  for (let level = 0; level < depth; level += 1) nested = { deeper: nested };
  return nested;
}

/** One after the other with an account that is empty; of the magic keys there is a table of its own. */
export const OFFICIAL_REFUSALS: readonly OfficialRefusal[] = [
  {
    what: '400 for a body that is nested too deeply',
    calls: [['users.push', { identifier: 'ann', properties: toNested(101) }], ANN],
    came: [400, 202],
    journal: [
      [400, 'full'],
      [202, 'full'],
    ],
    users: ['ann'],
  },
  {
    what: '401 without a key, of which it makes the word null',
    key: null,
    calls: [ANN, ['users.delete', 'ann']],
    came: [401, 401],
    journal: [
      [401, 'full'],
      [401, 'full'],
    ],
    users: [],
  },
  {
    what: '401 with a key that was never filled in',
    key: 'your-push-key-here',
    calls: [ANN],
    came: [401],
    journal: [[401, 'full']],
    users: [],
  },
  {
    what: '403 for what the plan leaves out',
    settings: { features: { companies: false, messages: false } },
    calls: [
      ['companies.push', 'acme'],
      ['users.push', { identifier: 'bob', companies: ['acme'] }],
      ['messages.push', { user: 'bob', template: 'welcome' }],
      ANN,
    ],
    came: [403, 403, 403, 202],
    journal: [
      [403, 'full'],
      [403, 'full'],
      [403, 'full'],
      [202, 'full'],
    ],
    users: ['ann'],
  },
  {
    what: '404 for the methods that it has and the service does not',
    calls: [
      ['client.get', '/users'],
      ['client.put', '/users', { identifier: 'ann' }],
      ['events.delete', { name: 'paid', user: 'ann' }],
      ['messages.delete', { user: 'ann' }],
    ],
    came: [404, 404, 404, 404],
    journal: [
      [404, 'full'],
      [404, 'full'],
      [404, 'full'],
      [404, 'full'],
    ],
    users: [],
  },
  {
    what: '413 for a body whose length it never says, on DELETE too',
    calls: [
      ['users.push', { identifier: 'bob', properties: { notes: TOO_LONG } }],
      ['users.delete', { identifier: 'bob', properties: { notes: TOO_LONG } }],
      ANN,
    ],
    came: [413, 413, 202],
    journal: [
      [413, 'full'],
      [413, 'full'],
      [202, 'full'],
    ],
    users: ['ann'],
  },
  {
    what: '422 for what is invalid, of which nothing at all is applied',
    calls: [
      ['users.push', { identifier: '' }],
      ['users.push', { identifier: 'bob', email: 'nobody' }],
      ['companies.push', { identifier: 'acme', users: ['bob', { email: 'nobody' }] }],
      ['events.push', { name: '', user: 'bob' }],
      ['relationships.push', { user: {}, company: 'acme' }],
      ['messages.push', {}],
      ['companies.delete', ''],
    ],
    came: [422, 422, 422, 422, 422, 422, 422],
    journal: Array.from({ length: 7 }, () => [422, 'full'] as const),
    users: [],
  },
  {
    what: '500, once',
    effect: { status: 500 },
    calls: [ANN, ANN],
    came: [500, 202],
    journal: [
      [500, 'full'],
      [202, 'full'],
    ],
    users: ['ann'],
  },
  {
    what: '503 with a time to wait, once',
    effect: { status: 503, retry_after: 30 },
    calls: [ANN, ANN],
    came: [503, 202],
    journal: [
      [503, 'full'],
      [202, 'full'],
    ],
    users: ['ann'],
  },
  {
    what: 'a hang-up before anything is applied',
    effect: { hang_up: 'before' },
    calls: [ANN, ['users.push', 'bob']],
    came: ['failed', 202],
    journal: [
      [null, 'none'],
      [202, 'full'],
    ],
    users: ['bob'],
  },
  {
    what: 'a hang-up after everything is applied',
    effect: { hang_up: 'after' },
    calls: [ANN, ['users.push', 'bob']],
    came: ['failed', 202],
    journal: [
      [202, 'none'],
      [202, 'full'],
    ],
    users: ['ann', 'bob'],
  },
  {
    what: 'what is no HTTP',
    effect: { garbage: true },
    calls: [ANN, ANN],
    came: ['failed', 202],
    journal: [
      [202, 'none'],
      [202, 'full'],
    ],
    users: ['ann'],
  },
  {
    what: 'an answer that comes late',
    effect: { delay_ms: 20 },
    calls: [ANN],
    came: [202],
    journal: [[202, 'full']],
    users: ['ann'],
  },
  {
    what: 'a body that comes slowly, which it never reads',
    effect: { status: 503, body: BODY, bytes_per_second: 1000 },
    calls: [ANN, ANN],
    came: [503, 202],
    journal: [
      [503, 'full'],
      [202, 'full'],
    ],
    users: ['ann'],
  },
  {
    what: 'a body that breaks off, which it never reads',
    effect: { status: 503, body: BODY, truncate_at: 6 },
    calls: [ANN, ANN],
    came: [503, 202],
    journal: [
      [503, 'partial'],
      [202, 'full'],
    ],
    users: ['ann'],
  },
];
