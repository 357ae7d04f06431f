import type { TestProject } from 'vitest/node';
import { expectShared, type SharedOptions } from '../shared-options.ts';
import { startUserlist } from '../start-userlist.ts';
import type {} from './vitest.ts';

/**
 * Starts one stand-in for all workers; what it returns closes it, and rejects when the stand-in crashed. Rejects with a
 * UsageError on options that cannot be meant.
 */
export async function setup(project: TestProject, options: SharedOptions = {}): Promise<() => Promise<void>> {
  expectShared('setup', options);
  const userlist = await startUserlist(options);
  project.provide('understudy.userlist', { url: userlist.url });
  return () => userlist.close();
}
