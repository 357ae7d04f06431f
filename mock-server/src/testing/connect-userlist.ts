import { createAccount } from './account.ts';
import { createDeskClient } from './desk-client.ts';
import { createEndedAccounts } from './ended-accounts.ts';
import { expectOptions } from './expect-options.ts';
import { createPushKey, expectPushKey } from './push-key.ts';
import { createScope } from './scope.ts';
import type { Userlist } from './userlist.ts';

export type ConnectOptions = {
  /** Where the stand-in is. */
  readonly url: string;
  /** What its desk wants to be shown, where it has a token. */
  readonly controlToken?: string;
};

/** A stand-in that runs already, wherever that is; closing it leaves it running. Throws a UsageError on what is no URL. */
export function connectUserlist(options: ConnectOptions): Userlist {
  expectOptions('connectUserlist', options, "{ url: 'http://127.0.0.1:4010' }");
  const { url, controlToken } = options;
  const desk = createDeskClient(url, controlToken ?? null);
  const ended = createEndedAccounts(desk);
  const close = () => ended.check();
  return {
    ...createScope(desk, null),
    url: desk.url,
    pushKey: createPushKey,
    account(pushKey = createPushKey()) {
      expectPushKey(pushKey);
      ended.reopen(pushKey);
      return createAccount(desk, ended, pushKey);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
