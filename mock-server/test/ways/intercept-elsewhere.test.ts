import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine } from '../../src/index.ts';
import { makeTlsIdentity } from '../fronts/tls-identity.ts';
import { runIntercepted, runNode } from './run-intercepted.ts';

const PROGRAM = fileURLToPath(new URL('intercept-elsewhere.ts', import.meta.url));

it('touches nothing of what a program does with other hosts, sockets and servers', async () => {
  const engine = createUserlistEngine();
  const front = createFastifyFront({ engine });
  onTestFinished(() => front.close(0));
  const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
  const env = {
    UNDERSTUDY_URL: url,
    _UNDERSTUDY_INTERCEPT: url,
    IDENTITY: JSON.stringify(await makeTlsIdentity()),
    // Warnings of Node are no business of ours.
    NODE_NO_WARNINGS: '1',
  };
  const [plain, intercepted] = await Promise.all([runNode([PROGRAM], env), runIntercepted([PROGRAM], env)]);
  expect(intercepted).toEqual(plain);
  expect([plain.code, plain.told]).toEqual([0, '']);
  expect(JSON.parse(plain.out)).toMatchObject({
    http: [200, 'GET /http 127.0.0.1', false],
    'http by a path': [200, 'GET /by-path push.userlist.com', false],
    'https, kept alive': [
      [200, 'GET /1 127.0.0.1', false],
      [200, 'GET /2 127.0.0.1', true],
    ],
    'an authority that is not trusted': 'DEPTH_ZERO_SELF_SIGNED_CERT',
    'nobody there': 'ECONNREFUSED',
    tls: [
      [true, true, 'TLSv1.3', 'localhost', 'http/1.1', false, 'HTTP/1.1 200 OK'],
      [true, true, 'TLSv1.3', null, 'http/1.1', true, 'HTTP/1.1 200 OK'],
    ],
    attempts: [['two-addresses.test', true], '::1', '127.0.0.1', '127.0.0.1'],
    http2: [200, 'two', 'h2'],
  });
  expect(engine.journal.size).toBe(0);
});
