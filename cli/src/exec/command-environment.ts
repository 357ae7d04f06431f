import { toNoProxy, withRequired } from '@understudy/mock-server/environment';
import { hosts } from '@understudy/openapi/hosts';
import { toTlsEnvironment } from '../start/https-text.ts';
import type { Served } from '../start/serve.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const THIS_MACHINE = ['localhost', '127.0.0.1', '::1'];

/** What a command finds in its environment beside what is there; `module` is the file that intercepts it, or null. */
export function toCommandEnvironment(
  { url, https, pushKey, controlToken }: Pick<Served, 'url' | 'https' | 'pushKey' | 'controlToken'>,
  module: string | null,
  env: Environment,
): Environment {
  const here = [...new Set([new URL(url).hostname.replace(/^\[(.*)\]$/, '$1'), ...THIS_MACHINE])];
  return {
    ...env,
    USERLIST_PUSH_ENDPOINT: url,
    USERLIST_PUSH_KEY: pushKey,
    UNDERSTUDY_URL: url,
    ...toTlsEnvironment(https, env),
    ...(controlToken === null ? {} : { UNDERSTUDY_CONTROL_TOKEN: controlToken }),
    // A proxy knows another 127.0.0.1 than we, and leads to the real hosts.
    ...toNoProxy(env, module === null ? here : [...here, ...Object.values(hosts)]),
    ...(module === null ? {} : { NODE_OPTIONS: withRequired(env.NODE_OPTIONS ?? '', module) }),
  };
}
