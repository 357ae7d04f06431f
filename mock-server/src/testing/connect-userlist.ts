import { createAccount } from './account.ts';
import { createDeskClient } from './desk-client.ts';
import { createEndedAccounts } from './ended-accounts.ts';
import { createPushKey } from './push-key.ts';
import { createScope } from './scope.ts';
import type { Userlist } from './userlist.ts';

export type ConnectOptions = {
  /** Where the stand-in is. */
  readonly url: string;
  /** What its desk wants to be shown, where it has a token. */
  readonly controlToken?: string;
};

/** A stand-in that runs already, wherever that is; closing it leaves it running. Throws a UsageError on what is no URL. */
export function connectUserlist({ url, controlToken }: ConnectOptions): Userlist {
  const desk = createDeskClient(url, controlToken ?? null);
  const ended = createEndedAccounts(desk);
  const close = () => ended.check();
  return {
    ...createScope(desk, null),
    url: desk.url,
    pushKey: createPushKey,
    account: (pushKey = createPushKey()) => createAccount(desk, ended, pushKey),
    close,
    [Symbol.asyncDispose]: close,
  };
}
