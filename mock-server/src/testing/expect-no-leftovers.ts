import { LeftoverError } from './leftover-error.ts';
import { renderCrashes } from './render-leftovers.ts';
import type { Userlist } from './userlist.ts';

/** Rejects as closing does or, of a stand-in that nobody else uses, when it crashed on anything that it still knows. */
export async function expectNoLeftovers({ close, journal }: Userlist): Promise<void> {
  const [closed, failed] = await Promise.allSettled([close(), journal.exchanges({ status: 500 })]);
  const crashed = failed.status === 'fulfilled' ? failed.value.filter((each) => each.crashed === true) : [];
  const errors = [closed, failed].flatMap((each) =>
    each.status === 'rejected' ? [each.reason as unknown] : [],
  );
  if (crashed.length > 0) errors.push(new LeftoverError(renderCrashes(crashed)));
  if (errors.length > 1) throw new AggregateError(errors, errors.map(String).join('\n'));
  if (errors.length === 1) throw errors[0];
}
