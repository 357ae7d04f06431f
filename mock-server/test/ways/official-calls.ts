import Userlist from '@userlist/push';

/** A method of the official client, as one writes it behind `userlist.`, and what it is given. */
export type OfficialCall = readonly [method: string, ...given: readonly unknown[]];

/** A status; a text that the client threw before it sent anything; `failed` where no answer came. */
export type Came = number | string | undefined;

/** One of everything that the client can say, each of them to be accepted. */
export const EVERYTHING: readonly OfficialCall[] = [
  ['users.push', { identifier: 'ann', email: 'ann@example.com', properties: { planName: 'pro' } }],
  ['users.push', { identifier: 'bob', company: { identifier: 'acme', name: 'Acme' } }],
  ['users.push', { identifier: 'cid', companies: ['acme', { identifier: 'beta', name: 'Beta' }] }],
  ['users.push', 'dan'],
  ['user', { email: 'fay@example.com', signedUpAt: new Date('2026-01-02T03:04:05.678Z') }],
  [
    'users.create',
    {
      identifier: 'gus',
      relationships: [
        { company: 'acme', properties: { role: 'member' } },
        { company: { identifier: 'beta' }, properties: { role: 'admin' } },
      ],
    },
  ],
  ['companies.push', { identifier: 'acme', name: 'Acme Ltd', users: ['ann', { identifier: 'eve' }] }],
  ['companies.push', 'gone'],
  [
    'companies.update',
    { identifier: 'zeta', relationships: [{ user: { email: 'fay@example.com' }, properties: { seats: 2 } }] },
  ],
  ['relationships.push', { user: 'dan', company: { identifier: 'beta' }, properties: { role: 'owner' } }],
  ['relationships.push', { user: 'ann', company: 'beta' }],
  ['events.push', { name: 'project_created', user: 'ann', properties: { size: 1 } }],
  ['events.push', { name: 'invoice_paid', company: { identifier: 'acme' } }],
  [
    'track',
    {
      name: 'Seat Added',
      user: { identifier: 'hal', companies: ['beta'] },
      company: 'beta',
      occurredAt: null,
    },
  ],
  ['messages.push', { user: 'ann', template: 'welcome' }],
  [
    'messages.push',
    { to: 'zoe@example.com', subject: 'Hello', body: { type: 'text', content: 'Hello Zoe' } },
  ],
  ['message', { user: { identifier: 'ida', email: 'ida@example.com' }, template: 'welcome' }],
  ['relationships.delete', { user: 'ann', company: 'beta' }],
  ['companies.delete', 'gone'],
  ['users.delete', { identifier: 'eve' }],
  ['users.delete', { email: 'ida@example.com' }],
];

/** Sends with the official client, with its defaults, and never reads an answer; its connections stay. */
export const sendCalls = (
  pushKey: string | null,
  calls: readonly OfficialCall[],
  atOnce = false,
): Promise<Came[]> => sendWith(new Userlist({ pushKey }), calls, atOnce);

/** Sends everything, and lets the process end. */
export async function sendEverything(pushKey: string): Promise<Came[]> {
  const userlist = new Userlist({ pushKey });
  const came = await sendWith(userlist, EVERYTHING, false);
  userlist.client.agent.destroy();
  return came;
}

async function sendWith(
  userlist: Userlist,
  calls: readonly OfficialCall[],
  atOnce: boolean,
): Promise<Came[]> {
  if (atOnce) return Promise.all(calls.map((call) => send(userlist, call)));
  const came: Came[] = [];
  for (const call of calls) came.push(await send(userlist, call));
  return came;
}

async function send(userlist: Userlist, [method, ...given]: OfficialCall): Promise<Came> {
  const path = method.split('.');
  const owner = path.slice(0, -1).reduce<object>((one, name) => Reflect.get(one, name), userlist);
  try {
    return (await Reflect.get(owner, path.at(-1) ?? '').apply(owner, given)).statusCode;
  } catch (error) {
    return typeof error === 'string' ? error : 'failed';
  }
}
