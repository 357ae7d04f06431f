import { setup as share } from '@understudy/mock-server/vitest/global-setup';
import type { TestProject } from 'vitest/node';
import { brokenChecks } from './broken-checks.ts';

export const setup = (project: TestProject) => share(project, { checks: brokenChecks });
