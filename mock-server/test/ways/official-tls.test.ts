import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine } from '../../src/index.ts';
import { makeTlsIdentity } from '../fronts/tls-identity.ts';
import { describeOfficialClient } from './official-behaviour.ts';
import { type OfficialWay, startOfficialProcess } from './official-way.ts';

const LEADER = fileURLToPath(new URL('../../../cli/test/tls/lead-vendor-here.cjs', import.meta.url));

/** A front under the name of the vendor, and a process that trusts it and is led there. */
async function openTls(): Promise<OfficialWay> {
  const engine = createUserlistEngine();
  const front = createFastifyFront({ engine });
  const identity = await makeTlsIdentity(['push.userlist.com']);
  const https = { port: 0, ...identity };
  const { httpsUrl } = await front.listen({ port: 0, host: '127.0.0.1', https });
  const folder = await mkdtemp(join(tmpdir(), 'official-tls-'));
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, identity.cert);
  const { send, close } = startOfficialProcess(['--require', LEADER], {
    NODE_EXTRA_CA_CERTS: caFile,
    VENDOR_PORT: new URL(httpsUrl ?? '').port,
  });
  return {
    engine,
    door: 'fastify',
    send,
    async close() {
      await close();
      await front.close(0);
      await rm(folder, { recursive: true });
    },
  };
}

describeOfficialClient('TLS', openTls);
