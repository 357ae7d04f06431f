import type { DeskOperationId } from '@understudy/openapi/control/routes';
import type { Value } from '../control/handler.ts';

type Kind = 'list' | 'text' | 'number';
type Shapes = { readonly [Id in DeskOperationId]?: { readonly [Name in keyof Value<Id>]?: Kind } };

const PAGE = { items: 'list' } as const;

/** What the helpers go on with; an answer without it comes of something else. */
const shapes: Shapes = {
  listUsers: PAGE,
  listCompanies: PAGE,
  listRelationships: PAGE,
  listEvents: PAGE,
  listMessages: PAGE,
  listExchanges: PAGE,
  listAccounts: PAGE,
  waitForMatches: PAGE,
  listFaults: PAGE,
  armFault: PAGE,
  clearFaults: { cleared: 'number' },
  countExchanges: { count: 'number' },
  getAccount: { account: 'text', requests: 'number' },
  getSettings: { rate_limit: 'text' },
  putSettings: { rate_limit: 'text' },
  getConduct: { findings: 'list' },
  getClock: { now: 'text' },
  steerClock: { now: 'text' },
};

/** Whether a stand-in may have answered so. */
export function isAnswer(id: DeskOperationId, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(shapes[id] ?? {}).every(([name, kind]) => kindOf((value as never)[name]) === kind);
}

function kindOf(value: unknown): Kind | null {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'number' : null;
}
