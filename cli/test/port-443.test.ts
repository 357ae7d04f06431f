import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { BIN, run, type Spawned } from './spawned.ts';

/** In a network of its own, whose root the test is, port 443 is nobody else's; only its loopback is down at first. */
const NETWORK = ['-rn', 'sh', '-c'];
const UP = `python3 -c "import fcntl, socket, struct
fcntl.ioctl(socket.socket(), 0x8914, struct.pack('16sH22x', b'lo', 0x41))"`;

const START = `exec "$NODE" "$BIN" start --port 0 --https-port 443 --json`;

/** Starts one, and once it serves does something more and stops it. */
const whileServing = (more: string): string => `
mkfifo "$FOLDER/said"
(${START}) >"$FOLDER/said" &
server=$!
read -r line <"$FOLDER/said"
${more}
kill "$server"
wait "$server"`;

const isPermitted = spawnSync('unshare', [...NETWORK, UP]).status === 0;

if (!isPermitted)
  process.stderr.write('Not run: port 443; a network of its own is not to be had here by unshare -rn.\n');
else
  describe('Port 443', () => {
    let state = '';

    beforeAll(async () => {
      state = await mkdtemp(join(tmpdir(), 'understudy-443-'));
    });

    afterAll(() => rm(state, { recursive: true, force: true }));

    const runThere = async (script: string): Promise<Spawned & { readonly code: number | null }> => {
      const folder = await mkdtemp(join(tmpdir(), 'understudy-443-run-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const there = { NODE: process.execPath, BIN, FOLDER: folder, XDG_STATE_HOME: state };
      const running = run('unshare', [...NETWORK, `${UP}\n${script}`], undefined, there);
      running.line.catch(() => undefined);
      const [code] = await running.ended;
      return { ...running, code };
    };

    it('is served where it is allowed, to clients that name no port', async () => {
      const push = `"$NODE" -e 'fetch("https://127.0.0.1/users", { method: "POST", body: "{\\"identifier\\":1}",
        headers: { authorization: "Push any", "content-type": "application/json" } }).then(({ status }) => console.log(status))'`;
      const { stdout, stderr } = await runThere(
        whileServing(`NODE_EXTRA_CA_CERTS="$XDG_STATE_HOME/understudy/ca.pem" ${push}`),
      );
      expect(stdout(), stderr()).toBe('202\n');
    });

    it('is asked for once only', async () => {
      const { stdout, stderr } = await runThere(whileServing(`(${START}) || echo "code $?"`));
      expect([stdout(), stderr()]).toEqual([
        'code 2\n',
        'Port 443 is in use. Stop what listens there or choose another with --https-port.\n',
      ]);
    });

    it('is refused where it is not allowed, with what to do', async () => {
      const { code, stderr } = await runThere(`exec unshare -U ${START.slice('exec '.length)}`);
      expect([code, stderr()]).toEqual([
        2,
        'Port 443 is not yours to use. Choose one above 1023 with --https-port, or have it allowed; on Linux by: sudo sysctl net.ipv4.ip_unprivileged_port_start=443.\n',
      ]);
    });
  });
