import { createPushClient } from '@understudy/client';

/** Tells Userlist who signed up, and in the background that it happened. */
export async function signUp({ id, email, plan }, options) {
  const userlist = createPushClient({ random: () => 0, ...options });
  const result = await userlist.users.push({ identifier: id, email, properties: { currentPlan: plan } });
  if (result.ok) void userlist.events.push({ name: 'Signed Up', user: id });
  return result;
}
