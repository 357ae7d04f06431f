import { createPushClient, type PushClient } from '@understudy/client';
import { type Dialect, type PushRequest, toPushRequests } from '@understudy/transformer';
import type { StandIn } from './stand-in.ts';

/** Leads a message through the transformer and the client into a stand-in; gives how each request ended. */
export async function deliver(message: object, dialect: Dialect, standIn: StandIn, pushKey: string) {
  const outcome = toPushRequests(message, { dialect });
  if (outcome.kind !== 'requests') return outcome;
  const client = createPushClient({ pushKey, baseUrl: standIn.url });
  const results = [];
  for (const request of outcome.requests) results.push(await push(client, request));
  return { kind: 'delivered', ok: results.map((result) => result.ok) } as const;
}

function push(client: PushClient, request: PushRequest) {
  switch (request.operation) {
    case 'pushUser':
      return client.users.push(request.body);
    case 'pushCompany':
      return client.companies.push(request.body);
    case 'pushEvent':
      return client.events.push(request.body);
  }
}
