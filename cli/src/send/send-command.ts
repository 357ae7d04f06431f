import { defineCommand } from '../command.ts';
import {
  defineChoiceFlag,
  defineCountFlag,
  defineDurationFlag,
  defineListFlag,
  defineSwitch,
  defineTextFlag,
} from '../flags.ts';
import { send } from './send.ts';

/** `understudy send FILE.ndjson` */
export const sendCommand = defineCommand({
  name: 'send',
  summary: 'Sends RudderStack or Segment messages from a file, one a line, or from stdin.',
  operand: { placeholder: 'FILE.ndjson', most: 1 },
  flags: {
    url: defineTextFlag({
      help: 'Where to send.',
      placeholder: 'URL',
      default: 'http://127.0.0.1:4010',
      env: ['USERLIST_PUSH_ENDPOINT'],
    }),
    'push-key': defineListFlag({
      help: 'The push key; of several the first counts, and dev without any.',
      placeholder: 'KEY',
      env: ['USERLIST_PUSH_KEY'],
    }),
    dialect: defineChoiceFlag({
      help: 'Whose messages they are.',
      choices: ['rudderstack', 'segment'],
      default: 'rudderstack',
    }),
    concurrency: defineCountFlag({ help: 'Messages under way at once.', least: 1, most: 256, default: '8' }),
    timeout: defineDurationFlag({ help: 'Longest time for one attempt.', default: '30s' }),
    json: defineSwitch({ help: 'Print the summary as one JSON object.' }),
    'dry-run': defineSwitch({ help: 'Print the requests as NDJSON and send nothing.' }),
    live: defineSwitch({ help: 'Send even to the real Userlist.' }),
  },
  notes: [
    'Messages of one user are sent in the order of their lines, different users side by side. Rate limits are kept to, and what fails for the moment is sent again.',
    'Exit codes: 0 all sent or skipped, 1 a line was unreadable, rejected or failed, 2 misuse, 130 interrupted.',
  ],
  examples: [
    'understudy send examples/rudderstack.ndjson',
    'understudy send examples/segment.ndjson --dialect segment --push-key my-test',
    'gunzip -c events.ndjson.gz | understudy send --json',
  ],
  run: (options, [file], io) =>
    send(
      {
        file,
        url: options.url,
        pushKey: options['push-key'][0],
        dialect: options.dialect,
        concurrency: options.concurrency,
        timeoutMs: options.timeout,
        json: options.json,
        dryRun: options['dry-run'],
        live: options.live,
      },
      io,
    ),
});
