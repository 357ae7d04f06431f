import type { Intent } from '../intent.ts';
import type { UserRecord } from './records.ts';
import { applyUser, findUser } from './users.ts';
import { createWorld, type World } from './world.ts';

type UserIntent = Extract<Intent, { readonly kind: 'user' }>;

/** The keys of the users who would be left sharing their address if these intents were applied; changes nothing. */
export function findSharedEmails(world: World, intents: readonly Intent[], now: number): readonly string[] {
  const users = intents.filter((intent) => intent.kind === 'user');
  const emails = new Set(users.flatMap(emailsOf));
  if (emails.size === 0) return [];
  const trial = createTrial(world, users, emails);
  return users.flatMap(({ name, attributes: { email } }) => {
    const [, { sharesEmail, key }] = applyUser(trial, name, email === undefined ? {} : { email }, now);
    return sharesEmail ? [key] : [];
  });
}

function emailsOf({ name, attributes }: UserIntent): string[] {
  return [name.email, attributes.email].flatMap((email) => (email == null ? [] : [email.toLowerCase()]));
}

/** A world of only those users who matter to these intents, and of them only what they are known by. */
function createTrial(world: World, users: readonly UserIntent[], emails: ReadonlySet<string>): World {
  const concerned = new Set<UserRecord>();
  for (const { name } of users) {
    for (const identifier of [name.identifier, ...name.aliases]) {
      const known = identifier === null ? null : findUser(world, { identifier, aliases: [], email: null });
      if (known !== null) concerned.add(known);
    }
  }
  // Each intent takes at most one user away from an address; whoever has it behind those cannot come into play.
  const most = users.length + 2;
  for (const email of emails) for (const user of world.usersByEmail.some(email, most)) concerned.add(user);
  const trial = createWorld(0, 0);
  trial.nextOrder = world.nextOrder;
  for (const user of concerned)
    put(trial, { ...user, properties: {}, preferences: null, relationships: null });
  return trial;
}

function put(world: World, user: UserRecord): void {
  world.users.add(user);
  world.usersByEmail.add(user);
}
