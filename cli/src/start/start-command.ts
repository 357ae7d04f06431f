import { defineCommand } from '../command.ts';
import { startFlags } from './start-flags.ts';

export const startCommand = defineCommand({
  name: 'start',
  summary: 'Runs the simulated Push API until it is told to stop.',
  flags: startFlags,
  notes: [
    'SIGINT (Ctrl+C) and SIGTERM stop it: what is in flight gets 0.8 seconds, then it ends with exit code 0; a second signal ends it at once. When npm or npx started it, it also ends when they do; run it under setsid to have it stay.',
    'Exit codes: 0 stopped, 2 a flag or a file that cannot be meant, or a port that is in use.',
  ],
  examples: [
    'understudy start',
    'understudy start --port 0 --json',
    'understudy start --push-key local-key --rate-limit tiny',
    'understudy start --config ci.config.yaml --timeline outage.yaml',
  ],
  run: async (options, _operands, io, given) => (await import('./start.ts')).start(options, io, given),
});
