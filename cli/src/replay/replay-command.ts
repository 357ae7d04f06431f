import { defineCommand } from '../command.ts';
import {
  defineCountFlag,
  defineDurationFlag,
  defineListFlag,
  defineSwitch,
  defineTextFlag,
} from '../flags.ts';
import { decodePushKey } from '../start/push-key.ts';
import { replay } from './replay.ts';

/** `understudy replay FILE.har` */
export const replayCommand = defineCommand({
  name: 'replay',
  summary: 'Sends the requests of an HTTP Archive again, from a file or from stdin.',
  operand: { placeholder: 'FILE.har', most: 1 },
  flags: {
    url: defineTextFlag({
      help: 'Where to send.',
      placeholder: 'URL',
      default: 'http://127.0.0.1:4010',
      env: ['USERLIST_PUSH_ENDPOINT'],
    }),
    'push-key': defineListFlag({
      help: 'The push key, in the place of the recorded one; of several the first counts, and dev without any.',
      placeholder: 'KEY',
      env: ['USERLIST_PUSH_KEY'],
      read: decodePushKey,
    }),
    account: defineTextFlag({
      help: 'Only what this account sent, by push key or handle, where a stand-in has recorded it.',
      placeholder: 'KEY',
    }),
    'accepted-only': defineSwitch({ help: 'Only what was accepted when it was recorded.' }),
    'all-hosts': defineSwitch({ help: 'Requests to any host, if their path is one of the Push API.' }),
    concurrency: defineCountFlag({ help: 'Requests under way at once.', least: 1, most: 256, default: '1' }),
    timeout: defineDurationFlag({ help: 'Longest time for one attempt.', default: '30s' }),
    compare: defineSwitch({ help: 'Fails when an answer has another status than the recorded one.' }),
    json: defineSwitch({ help: 'Print the summary as one JSON object.' }),
    live: defineSwitch({ help: 'Send even to the real Userlist.' }),
  },
  notes: [
    'Of a recording made by the stand-in everything is sent, of any other what went to paths of the Push API at push.userlist.com; never an order to the desk. Recorded keys, cookies and the like are not. Requests begin in their order, one after the other unless --concurrency says otherwise. A full rate limit is waited for, unless it refused the request then too.',
    'Exit codes: 0 all answered, 1 one was not, or with --compare answered otherwise, or the run ended early, 2 misuse, no HTTP Archive or nothing in it that would be sent, 130 interrupted.',
  ],
  examples: [
    'curl -s localhost:4010/_control/export | understudy replay --url http://localhost:4011',
    'understudy replay recorded.har --push-key my-test --compare',
  ],
  run: (options, [file], io) =>
    replay(
      {
        file,
        url: options.url,
        pushKey: options['push-key'][0],
        allHosts: options['all-hosts'],
        account: options.account,
        acceptedOnly: options['accepted-only'],
        concurrency: options.concurrency,
        timeoutMs: options.timeout,
        compare: options.compare,
        json: options.json,
        live: options.live,
      },
      io,
    ),
});
