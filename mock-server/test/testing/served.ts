import { createDesk } from '../../src/control/desk.ts';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, type UserlistEngine, type UserlistEngineOptions } from '../../src/index.ts';
import { connectUserlist, startUserlist, type Userlist } from '../../src/testing/start.ts';

/** How tests come by a stand-in; it behaves the same either way. */
export const ways: Readonly<Record<string, () => Promise<Userlist>>> = {
  startUserlist: () => startUserlist(),
  connectUserlist: async () => (await serve()).userlist,
};

export type Served = { readonly userlist: Userlist; readonly engine: UserlistEngine };

/** A stand-in that others started, with a token, and its engine for those who look behind it. */
export async function serve(options: UserlistEngineOptions = {}): Promise<Served> {
  const engine = createUserlistEngine(options);
  const { operations } = engine;
  const token = 'let-me-in';
  const front = createFastifyFront({
    engine,
    desk: createDesk({ engine, version: '1.2.3', operations, token }),
  });
  const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
  const userlist = connectUserlist({ url, controlToken: token });
  const close = async (): Promise<void> => {
    await userlist.close().finally(() => front.close(0));
  };
  return { engine, userlist: { ...userlist, close } };
}
