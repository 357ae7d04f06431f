import type { expect as jestExpect } from '@jest/globals';
import type { components } from '@understudy/openapi/control/types';
import type { Matchers as JestMatchers } from 'expect';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { UserlistAssertions } from '../../src/testing/matchers.ts';
import type {
  connectUserlist,
  startUserlist,
  Userlist,
  UserlistAccount,
  UserlistFaultOrder,
  UserlistMatcher,
} from '../../src/testing/start.ts';
import { test } from '../../src/testing/vitest/vitest.ts';

type JestExpect = typeof jestExpect;
type Schemas = components['schemas'];
type Of<Operation> = Extract<UserlistMatcher, { readonly operation: Operation }>;
type Body<Operation> = NonNullable<Of<Operation>['body']>;

/** Compiles what it is given; what is written behind `@ts-expect-error` has to be an error. */
const take = <Value>(_value: Value): void => undefined;

describe('Types of the test helpers', () => {
  it('are the same whether a stand-in is started or runs already', () => {
    expectTypeOf<Awaited<ReturnType<typeof startUserlist>>>().toEqualTypeOf<Userlist>();
    expectTypeOf<ReturnType<typeof connectUserlist>>().toEqualTypeOf<Userlist>();
    expectTypeOf<ReturnType<Userlist['account']>>().toEqualTypeOf<UserlistAccount>();
    expectTypeOf<Userlist>().toExtend<AsyncDisposable>();
    expectTypeOf<UserlistAccount>().toExtend<AsyncDisposable>();
  });

  it('know what is stored', () => {
    type Stored<Name extends 'users' | 'companies' | 'relationships' | 'events' | 'messages'> = Awaited<
      ReturnType<UserlistAccount[Name]>
    >[number];
    expectTypeOf<Stored<'users'>>().toEqualTypeOf<Schemas['StoredUser']>();
    expectTypeOf<Stored<'users'>['preferences'][number]['subscribed']>().toEqualTypeOf<boolean>();
    expectTypeOf<Stored<'companies'>['name']>().toEqualTypeOf<string | null>();
    expectTypeOf<Stored<'relationships'>['company']>().toEqualTypeOf<string>();
    expectTypeOf<Stored<'events'>['occurred_at']>().toEqualTypeOf<string>();
    expectTypeOf<Stored<'messages'>['id']>().toEqualTypeOf<string>();
  });

  it('know the attributes of a body to the last one', () => {
    expectTypeOf<Body<'pushUser'>['signed_up_at']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<NonNullable<Body<'pushUser'>['preferences']>[number]['subscribed']>().toEqualTypeOf<
      boolean | undefined
    >();
    expectTypeOf<Body<'pushEvent'>['occurred_at']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Body<'pushMessage'>['channel']>().toEqualTypeOf<'email' | 'web' | undefined>();
    expectTypeOf<Body<'deleteCompany'>['identifier']>().toEqualTypeOf<string | number | undefined>();
  });

  it('take any part of a body, and nothing else', () => {
    take<UserlistMatcher>({
      operation: 'pushUser',
      status: 202,
      body: {
        properties: { anything: { at: ['all'] } },
        relationships: [{ company: { name: 'Harbor' }, properties: { role: 'owner' } }],
        companies: ['company-1', 2, { identifier: 3 }],
        preferences: [{ topic: 'news' }],
      },
    });
    // @ts-expect-error: no attribute of a user
    take<UserlistMatcher>({ operation: 'pushUser', body: { emial: 'ada@example.com' } });
    // @ts-expect-error: an address is a text
    take<UserlistMatcher>({ operation: 'pushUser', body: { email: 7 } });
    // @ts-expect-error: a name belongs to an event
    take<UserlistMatcher>({ operation: 'pushUser', body: { name: 'project_created' } });
    // @ts-expect-error: deeper, no attribute of a company
    take<UserlistMatcher>({ operation: 'pushUser', body: { relationships: [{ company: { nmae: 'x' } }] } });
    // @ts-expect-error: deeper, a preference is subscribed or not
    take<UserlistMatcher>({ operation: 'pushUser', body: { preferences: [{ subscribed: 'yes' }] } });
    // @ts-expect-error: a part of a message is of a type
    take<UserlistMatcher>({ operation: 'pushMessage', body: { body: { type: 'markdown' } } });
    // @ts-expect-error: deletion knows the attributes that identify, and those alone
    take<UserlistMatcher>({ operation: 'deleteUser', body: { properties: {} } });
    take<UserlistMatcher>({ operation: 'pushRudderstackEvent', body: { traits: { plan: 'pro' } } });
    // @ts-expect-error: no attribute of a user there either
    take<UserlistMatcher>({ operation: 'pushPosthogUser', body: { emial: 'ada@example.com' } });
    // @ts-expect-error: no operation
    take<UserlistMatcher>({ operation: 'pushUsers' });
    // @ts-expect-error: no diagnostic
    take<UserlistMatcher>({ diagnostic: 'unknown-atribute' });
    // @ts-expect-error: no attribute of a matcher
    take<UserlistMatcher>({ operaton: 'pushUser' });
    // @ts-expect-error: the account is the one that is asked
    take<UserlistMatcher>({ account: 'my-key' });
    take<UserlistMatcher>({ body: { whatever: ['one', 'likes'] } });
  });

  it('know the orders of faults the same way', () => {
    take<UserlistFaultOrder>({
      operation: 'pushUser',
      match: { body: { email: 'a@b.c' } },
      effect: { status: 503 },
    });
    take<UserlistFaultOrder>({ match: { path: '/users*' }, preset: 'outage' });
    take<UserlistFaultOrder>({ timeline: [{ at_ms: 0, arm: { preset: 'slow' }, for_ms: 10 }] });
    // @ts-expect-error: no attribute of a user
    take<UserlistFaultOrder>({ operation: 'pushUser', match: { body: { emial: 'a' } }, preset: 'outage' });
    // @ts-expect-error: nothing to be done
    take<UserlistFaultOrder>({ operation: 'pushUser' });
    // @ts-expect-error: no effect
    take<UserlistFaultOrder>({ effect: { staus: 503 } });
    // @ts-expect-error: no preset
    take<Parameters<UserlistAccount['faults']['arm']>[0]>('outtage');
    // @ts-expect-error: whom it is for, its owner says
    take<UserlistFaultOrder>({ account: 'my-key', preset: 'outage' });
  });

  it('are those of expect too', () => {
    const claims = async (account: UserlistAccount): Promise<void> => {
      const claimed = expect(account).toHaveReceived({ operation: 'pushUser', body: { email: 'a@b.c' } });
      expectTypeOf(claimed).toEqualTypeOf<Promise<void>>();
      await expect(account).not.toHaveReceived({ operation: 'pushEvent' });
      await expect(account).toHaveReceivedExactly(2, { operation: 'pushEvent' }, { timeoutMs: 10 });
      // @ts-expect-error: no attribute of a user
      await expect(account).toHaveReceived({ operation: 'pushUser', body: { emial: 'a@b.c' } });
      // @ts-expect-error: how many has to be said
      await expect(account).toHaveReceivedExactly({ operation: 'pushUser' });
    };
    expectTypeOf(claims).toBeFunction();
  });

  it('are those of the expect of Jest too, once it is told', () => {
    expectTypeOf<JestMatchers<void>['toHaveReceived']>().toEqualTypeOf<
      UserlistAssertions['toHaveReceived']
    >();
    expectTypeOf<ReturnType<JestExpect>>().toHaveProperty('toHaveReceivedExactly');
  });

  it('are those of fixtures too', () => {
    type Test = Parameters<typeof test>[1];
    expectTypeOf<(context: { userlist: UserlistAccount; userlistServer: Userlist }) => void>().toExtend<
      NonNullable<Test> | Parameters<typeof test>[2]
    >();
    const strict = test.extend({ unusedFaults: 'fail' });
    expectTypeOf(strict).toBeFunction();
    // @ts-expect-error: ignore or fail
    const wrong = () => test.extend<{ unusedFaults: 'fail' | 'ignore' }>({ unusedFaults: 'perhaps' });
    expectTypeOf(wrong).toBeFunction();
  });
});
