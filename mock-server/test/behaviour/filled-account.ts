import type { StandIn } from '../stand-in.ts';

/** Two users and two companies, related crosswise, with events and messages of each. */
export async function fill(standIn: StandIn): Promise<void> {
  await standIn.post('/users', {
    identifier: 'user-1',
    email: 'ada@example.com',
    properties: { plan: 'pro' },
    companies: ['company-1', 'company-2'],
  });
  await standIn.post('/users', { identifier: 'user-2', company: 'company-1' });
  await standIn.post('/events', { name: 'of user-1', user: 'user-1' });
  await standIn.post('/events', { name: 'of both', user: 'user-1', company: 'company-1' });
  await standIn.post('/events', { name: 'of company-1', company: 'company-1' });
  await standIn.post('/events', { name: 'of user-2', user: 'user-2', company: 'company-2' });
  await standIn.post('/messages', { template: 'to user-1', user: 'user-1' });
  await standIn.post('/messages', { template: 'to user-2', user: 'user-2', company: 'company-1' });
}
