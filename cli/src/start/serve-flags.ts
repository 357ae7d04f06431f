import { CONFIG_FILE } from '../config/config-name.ts';
import { defineChoiceFlag, defineListFlag, definePortFlag, defineSwitch, defineTextFlag } from '../flags.ts';
import { decodeControlToken } from './control-token.ts';
import { decodeHostName } from './host-name.ts';
import { LOG_LEVELS } from './log-level.ts';
import { decodePushKey } from './push-key.ts';

/** The flags of every command that serves a stand-in, beside its port. */
export const serveFlags = {
  host: defineTextFlag({
    default: 'localhost',
    placeholder: 'ADDRESS',
    help: 'The address to listen on; localhost is 127.0.0.1 and ::1, 0.0.0.0 is every address.',
  }),
  https: defineSwitch({
    help: 'Listens for HTTPS too, at port 4433 or, where the port for HTTP is 0, at one that the system chooses.',
  }),
  'https-port': definePortFlag({
    help: 'Listens for HTTPS too, at this port; 0 lets the system choose.',
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
  'rate-limit-headers': defineSwitch({
    help: 'Adds the X-RateLimit headers to every answer, not to a 429 alone.',
  }),
  strict: defineSwitch({
    help: 'Answers 422 to what would be accepted with a warning.',
  }),
  data: defineTextFlag({
    placeholder: 'FILE',
    help: 'Keeps what is accepted in this file, and begins with what is in it; without it everything is kept in memory only.',
  }),
  config: defineTextFlag({
    placeholder: 'FILE',
    help: `A configuration in YAML or JSON; ${CONFIG_FILE} in the working directory if it is there. Flags and their variables count before it.`,
  }),
  timeline: defineTextFlag({
    placeholder: 'FILE',
    help: 'Arms and clears faults at times after the start, as the file says.',
  }),
  'control-token': defineTextFlag({
    placeholder: 'TOKEN',
    help: 'What the desk wants to be shown, as Authorization: Bearer TOKEN. Where other machines can reach the desk and none is given, one is made and printed.',
    read: decodeControlToken,
  }),
  'allowed-host': defineListFlag({
    placeholder: 'NAME',
    help: 'A host name that the desk answers to where it wants no token, beside those of the loopback.',
    read: decodeHostName,
  }),
  'log-level': defineChoiceFlag({
    choices: LOG_LEVELS,
    help: 'What is logged on standard error: crashes (error), problems at the start (warn), a line a request (info), its details (debug). Without this flag info on a terminal, warn elsewhere.',
  }),
};
