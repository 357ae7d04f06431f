import { setup as share } from '@understudy/mock-server/vitest/global-setup';
import type { TestProject } from 'vitest/node';

export const setup = (project: TestProject) => share(project, { rateLimit: 'tiny' });
