import { getResponse } from 'msw2lowest';
import { setupServer } from 'msw2lowest/node';
import { vi } from 'vitest';
import { describeMsw } from './msw-behaviour.ts';
import { describeGuard } from './msw-guard-behaviour.ts';
import { describeMswLife, type Msw } from './msw-life-behaviour.ts';
import { describeOfficialClient } from './official-behaviour.ts';
import { openMsw } from './open-msw.ts';

vi.mock('msw', () => import('msw2lowest'));

// The types of one version are not those of the other.
const msw = { setupServer, getResponse } as unknown as Msw;

describeMsw('msw 2.10.0, the lowest', msw.setupServer(), { hearsOfNodeLeaving: false });
describeGuard('msw 2.10.0, the lowest', msw.setupServer());
// It takes ten times as long as its successors.
describeMswLife('msw 2.10.0, the lowest', msw, 1000);
describeOfficialClient('msw 2.10.0, the lowest', openMsw(msw.setupServer()));
