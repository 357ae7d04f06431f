/** Serves a stand-in that keeps what it accepts in the file named, until it is killed; prints its address. */
import { flushCompileCache } from 'node:module';
import { createDesk } from '../../src/control/desk.ts';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine } from '../../src/index.ts';
import { openStore } from '../../src/store/open-store.ts';

const [path = ''] = process.argv.slice(2);
const opened = openStore(path);
const engine = createUserlistEngine({ rateLimit: 'off', store: opened.store });
opened.restore(engine);
const front = createFastifyFront({ engine, desk: createDesk({ engine, version: '0' }) });
const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
flushCompileCache();
process.stdout.write(`${url}\n`);
