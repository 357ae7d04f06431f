import { createUserlistGuard, userlistHandlers } from '../../src/fronts/msw.ts';
import { createUserlistEngine } from '../../src/index.ts';
import type { MswServer } from './msw-server.ts';
import { sendCalls } from './official-calls.ts';
import type { OfficialWay } from './official-way.ts';

/** Has the official client of this process answered by handlers. */
export const openMsw = (server: MswServer) => async (): Promise<OfficialWay> => {
  const engine = createUserlistEngine();
  server.use(...userlistHandlers(engine));
  server.listen(createUserlistGuard());
  return { engine, door: 'msw', send: sendCalls, close: async () => server.close() };
};
