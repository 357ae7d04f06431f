import type { Intent } from '../intent.ts';
import { addEvent, addMessage, type Ends } from './activity.ts';
import { type Applied, type AppliedRequest, toAppliedRequest } from './applied.ts';
import { applyCompany, deleteCompany, findCompany } from './companies.ts';
import type { CompanyRecord, UserRecord } from './records.ts';
import { applyRelationship, deleteRelationship } from './relationships.ts';
import { applyUser, deleteUser, findUser } from './users.ts';
import type { World } from './world.ts';

/** Makes the changes of one request, in order, and says what each came to. May not fail: all refusing is done before. */
export function applyIntents(world: World, intents: readonly Intent[], now: number): AppliedRequest {
  const users: UserRecord[] = [];
  const companies: CompanyRecord[] = [];
  const endsOf = (user: number | null, company: number | null): Ends => ({
    user: user === null ? null : (users[user] ?? null),
    company: company === null ? null : (companies[company] ?? null),
  });

  const applyOne = (intent: Intent, slot: number): Applied => {
    switch (intent.kind) {
      case 'user': {
        const [user, applied] = applyUser(world, intent.name, intent.attributes, now);
        users[slot] = user;
        return applied;
      }
      case 'company': {
        const [company, applied] = applyCompany(world, intent.name, intent.attributes, now);
        companies[slot] = company;
        return applied;
      }
      case 'relationship': {
        const { user, company } = endsOf(intent.user, intent.company);
        if (user === null || company === null)
          throw new Error('A relationship was read without one of its ends.');
        return applyRelationship(world, user, company, intent.properties);
      }
      case 'event':
        return addEvent(
          world,
          intent.name,
          endsOf(intent.user, intent.company),
          intent.occurredAt,
          intent.properties,
          now,
        );
      case 'message':
        return addMessage(world, intent.id, endsOf(intent.user, intent.company), intent.attributes);
      case 'delete-user':
        return deleteUser(world, intent.name);
      case 'delete-company':
        return deleteCompany(world, intent.name);
      case 'delete-relationship':
        return deleteRelationship(
          world,
          findUser(world, intent.user),
          findCompany(world, intent.company),
          intent,
        );
    }
  };
  return toAppliedRequest(intents.map(applyOne));
}
