import {
  createPushClient,
  type PushClient,
  type PushClientOptions,
  type PushResult,
} from '@understudy/client';

export type Person = { readonly id: string; readonly email: string; readonly plan: string };

/** Tells Userlist who signed up, and in the background that it happened. */
export async function signUp(person: Person, options: PushClientOptions): Promise<PushResult> {
  const userlist: PushClient = createPushClient({ random: () => 0, ...options });
  const { id, email, plan } = person;
  const result = await userlist.users.push({ identifier: id, email, properties: { currentPlan: plan } });
  if (result.ok) void userlist.events.push({ name: 'Signed Up', user: id });
  return result;
}
