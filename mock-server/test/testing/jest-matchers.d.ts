import type { UserlistAssertions } from '@understudy/mock-server/matchers';

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends UserlistAssertions {}
}
