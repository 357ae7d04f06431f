import { getResponse } from 'msw2';
import { setupServer } from 'msw2/node';
import { vi } from 'vitest';
import { describeMsw } from './msw-behaviour.ts';
import { describeGuard } from './msw-guard-behaviour.ts';
import { describeMswLife, type Msw } from './msw-life-behaviour.ts';
import { describeOfficialClient } from './official-behaviour.ts';
import { openMsw } from './open-msw.ts';

vi.mock('msw', () => import('msw2'));

// The types of one version are not those of the other.
const msw = { setupServer, getResponse } as unknown as Msw;

describeMsw('msw 2', msw.setupServer(), { hearsOfNodeLeaving: false });
describeGuard('msw 2', msw.setupServer());
describeMswLife('msw 2', msw);
describeOfficialClient('msw 2', openMsw(msw.setupServer()));
