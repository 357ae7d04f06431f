export { UsageError } from '../engine/usage-error.ts';
export { type ConnectOptions, connectUserlist } from './connect-userlist.ts';
export { ExpectationError } from './expectation-error.ts';
export type { UserlistFaultOrder } from './fault-order.ts';
export { LeftoverError } from './leftover-error.ts';
export type { ExpectedBody, UserlistMatcher } from './matcher.ts';
export { startUserlist, type UserlistOptions } from './start-userlist.ts';
export type {
  EndOptions,
  ExchangeFilter,
  StoredFilter,
  Userlist,
  UserlistAccount,
  UserlistClock,
  UserlistExpectations,
  UserlistFaults,
  UserlistJournal,
  UserlistScope,
  WaitOptions,
} from './userlist.ts';
