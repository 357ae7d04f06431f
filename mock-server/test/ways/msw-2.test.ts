import { setupServer } from 'msw2/node';
import { vi } from 'vitest';
import { describeMsw } from './msw-behaviour.ts';

vi.mock('msw', () => import('msw2'));

describeMsw('msw 2', setupServer() as unknown as Parameters<typeof describeMsw>[1]);
