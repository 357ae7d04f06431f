import { defineCommand } from '../command.ts';
import { defineDurationFlag, defineSwitch, type Options } from '../flags.ts';
import { defineUrlFlag } from '../url-flag.ts';

const flags = {
  url: defineUrlFlag({ default: 'http://127.0.0.1:4010', help: 'Where it is expected.' }),
  wait: defineSwitch({ help: 'Asks again until it is ready or the time is over.' }),
  timeout: defineDurationFlag({
    default: '10s',
    help: 'How long to wait at most, such as 500ms, 10s or 1m.',
  }),
};

export type ReadyOptions = Options<typeof flags>;

export const readyCommand = defineCommand({
  name: 'ready',
  summary: 'Tells whether the simulated Push API answers yet.',
  flags,
  notes: ['Exit codes: 0 ready, 1 not ready or too late, 2 a flag that cannot be meant.'],
  examples: ['understudy start & understudy ready --wait', 'understudy ready --url http://localhost:4011'],
  run: async (options, _operands, io) => {
    const [{ ready }, { probe }] = await Promise.all([import('./ready.ts'), import('./probe.ts')]);
    return ready(options, io, probe);
  },
});
