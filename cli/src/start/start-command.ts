import { defineCommand } from '../command.ts';
import {
  defineChoiceFlag,
  defineListFlag,
  definePortFlag,
  defineSwitch,
  defineTextFlag,
  type Options,
} from '../flags.ts';
import { LOG_LEVELS } from './log-level.ts';
import { decodePushKey } from './push-key.ts';

const flags = {
  port: definePortFlag({ default: '4010', help: 'Where to listen; 0 lets the system choose.' }),
  host: defineTextFlag({
    default: 'localhost',
    placeholder: 'ADDRESS',
    help: 'The address to listen on; localhost is 127.0.0.1 and ::1, 0.0.0.0 is every address.',
  }),
  'push-key': defineListFlag({
    placeholder: 'KEY',
    help: 'Lets in this key and no others; without one, any key opens an account of its own.',
    read: decodePushKey,
  }),
  'rate-limit': defineTextFlag({
    default: 'documented',
    placeholder: 'RATE',
    help: 'Requests in a time, such as 1000/60s; documented, tiny (5 in 2 seconds) or off.',
  }),
  json: defineSwitch({
    help: 'Makes the first line on standard output a JSON object: url, push_key, control_url, pid.',
  }),
  'log-level': defineChoiceFlag({
    choices: LOG_LEVELS,
    help: 'What is logged on standard error: crashes (error), problems at the start (warn), a line a request (info), its details (debug). Without this flag info on a terminal, warn elsewhere.',
  }),
};

export type StartOptions = Options<typeof flags>;

export const startCommand = defineCommand({
  name: 'start',
  summary: 'Runs the simulated Push API until it is told to stop.',
  flags,
  notes: [
    'SIGINT (Ctrl+C) and SIGTERM stop it: what is in flight gets 0.8 seconds, then it ends with exit code 0; a second signal ends it at once. When npm or npx started it, it also ends when they do; run it under setsid to have it stay.',
    'Exit codes: 0 stopped, 2 a flag that cannot be meant or a port that is in use.',
  ],
  examples: [
    'understudy start',
    'understudy start --port 0 --json',
    'understudy start --push-key local-key --rate-limit tiny',
  ],
  run: async (options, _operands, io) => (await import('./start.ts')).start(options, io),
});
