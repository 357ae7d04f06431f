import type { TestProject } from 'vitest/node';
import { startUserlist, type UserlistOptions } from '../start-userlist.ts';
import type {} from './vitest.ts';

/** Starts one stand-in for all workers; what it returns closes it, and rejects when the stand-in crashed. */
export async function setup(
  project: TestProject,
  options: UserlistOptions = {},
): Promise<() => Promise<void>> {
  const userlist = await startUserlist(options);
  project.provide('understudy.userlist', { url: userlist.url });
  return () => userlist.close();
}
