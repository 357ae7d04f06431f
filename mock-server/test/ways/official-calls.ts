import Userlist from '@userlist/push';

type Statuses = readonly (number | undefined)[];

/** Sends one of everything with the official client, with its defaults, and never reads an answer. */
export async function sendEverything(pushKey: string): Promise<Statuses> {
  const userlist = new Userlist({ pushKey });
  const { users, companies, relationships, events, messages } = userlist;
  const calls = [
    () => users.push({ identifier: 'ann', email: 'ann@example.com', properties: { planName: 'pro' } }),
    () => users.push({ identifier: 'bob', company: { identifier: 'acme', name: 'Acme' } }),
    () => users.push({ identifier: 'cid', companies: ['acme', { identifier: 'beta', name: 'Beta' }] }),
    () => users.push('dan'),
    () => companies.push({ identifier: 'acme', name: 'Acme Ltd', users: ['ann', { identifier: 'eve' }] }),
    () => companies.push('gone'),
    () => relationships.push({ user: 'dan', company: { identifier: 'beta' }, properties: { role: 'owner' } }),
    () => relationships.push({ user: 'ann', company: 'beta' }),
    () => events.push({ name: 'project_created', user: 'ann', properties: { size: 1 } }),
    () => events.push({ name: 'invoice_paid', company: { identifier: 'acme' } }),
    () => messages.push({ user: 'ann', template: 'welcome' }),
    () =>
      messages.push({
        to: 'zoe@example.com',
        subject: 'Hello',
        body: { type: 'text', content: 'Hello Zoe' },
      }),
    () => relationships.delete({ user: 'ann', company: 'beta' }),
    () => companies.delete('gone'),
    () => users.delete({ identifier: 'eve' }),
  ];
  const statuses: (number | undefined)[] = [];
  for (const call of calls) statuses.push((await call()).statusCode);
  userlist.client.agent.destroy();
  return statuses;
}

/** Pushes the same user several times; a failure counts as its code. */
export async function sendRepeatedly(pushKey: string, times: number): Promise<readonly unknown[]> {
  const userlist = new Userlist({ pushKey });
  const seen: unknown[] = [];
  for (let time = 0; time < times; time += 1) {
    seen.push(
      await userlist.users.push('ann').then(
        ({ statusCode }) => statusCode,
        () => 'failed',
      ),
    );
  }
  userlist.client.agent.destroy();
  return seen;
}
