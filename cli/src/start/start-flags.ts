import { definePortFlag, defineSwitch, type Options } from '../flags.ts';
import { serveFlags } from './serve-flags.ts';

export const startFlags = {
  port: definePortFlag({ default: '4010', help: 'Where to listen; 0 lets the system choose.' }),
  ...serveFlags,
  json: defineSwitch({
    help: 'Makes the first line on standard output a JSON object: url, push_key, control_url, pid, control_token when there is one, and https_url and ca_file with HTTPS.',
  }),
};

export type StartOptions = Options<typeof startFlags>;
