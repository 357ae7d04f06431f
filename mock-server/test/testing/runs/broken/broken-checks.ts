import { type Check, checks } from '@understudy/openapi/checks';

const fail = (): never => {
  throw new Error('a bug of ours');
};

/** With these a stand-in crashes on every user. */
export const brokenChecks: Readonly<Record<string, Check>> = { ...checks, User: { is: fail, explain: fail } };
