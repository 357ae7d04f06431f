import { defineCommand } from '../command.ts';
import { defineSwitch, defineTextFlag, type Options } from '../flags.ts';
import { decodeControlToken } from '../start/control-token.ts';
import { defineUrlFlag } from '../url-flag.ts';
import { verdictFlags } from './verdict-flags.ts';

const flags = {
  url: defineUrlFlag({ default: 'http://127.0.0.1:4010', help: 'Where the stand-in is.' }),
  account: defineTextFlag({
    placeholder: 'KEY',
    help: 'Whose client is meant, by push key or handle. Needed when several accounts have sent something, unless --all is given.',
  }),
  all: defineSwitch({ help: 'Tells of every account that has sent something.' }),
  json: defineSwitch({ help: 'Prints one JSON object.' }),
  ...verdictFlags,
  'control-token': defineTextFlag({
    placeholder: 'TOKEN',
    help: 'What the desk of the stand-in wants to be shown.',
    read: decodeControlToken,
  }),
};

export type ConductOptions = Options<typeof flags>;

export const conductCommand = defineCommand({
  name: 'conduct',
  summary: 'Tells how a client behaved, by what a running stand-in received.',
  flags,
  notes: [
    'Exit codes: 0 nothing that --fail-on names, 1 something of that, or nothing to judge, or exchanges were dropped so that it cannot be told, 2 misuse or no stand-in there.',
  ],
  examples: [
    'understudy conduct',
    'understudy conduct --account my-key --fail-on retry-after,lost,duplicate --report junit=conduct.xml',
  ],
  run: async (options, _operands, io) => {
    const [{ conduct }, { createAskDesk }] = await Promise.all([
      import('./conduct.ts'),
      import('./ask-desk.ts'),
    ]);
    return conduct(options, io, createAskDesk(options.url, options['control-token']));
  },
});
