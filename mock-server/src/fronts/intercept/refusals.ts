import type { Socket } from 'node:net';

/** What becomes of a connection to one of the hosts that cannot be led to the stand-in. */
export type Refusals = {
  /** It goes by way of something else, which has or is a connection already. */
  throughProxy(host: string, proxy: string): Error;
  /** It is for HTTP/2 alone. */
  overHttp2(host: string): Error;
};

const CODE = 'ERR_UNDERSTUDY_INTERCEPT';

/** Makes the errors of such connections, and has each kind told once for every host, as programs may swallow them. */
export function createRefusals(tell: (sentence: string) => void): Refusals {
  const told = new Set<string>();
  const refuse = (about: string, sentence: string): Error => {
    if (!told.has(about)) {
      told.add(about);
      tell(sentence);
    }
    return Object.assign(new Error(`understudy: ${sentence}`), { code: CODE });
  };
  return {
    throughProxy(host, proxy) {
      const name = toName(host);
      return refuse(
        `proxy ${name}`,
        `stopped a connection to ${name} by way of ${proxy}, which would have reached the real service; have NO_PROXY name ${name} when the program begins, or give the program no proxy.`,
      );
    },
    overHttp2(host) {
      const name = toName(host);
      return refuse(
        `http2 ${name}`,
        `stopped a connection to ${name} for HTTP/2, which the stand-in does not speak; have the program use HTTP/1.1.`,
      );
    },
  };
}

const toName = (host: string): string => host.toLowerCase().replace(/\.$/, '');

/** Where a connection leads, for people. */
export function toPlace(socket: unknown): string {
  const { remoteAddress, remotePort } = socket as Partial<Socket>;
  return typeof remoteAddress === 'string' ? `the proxy at ${remoteAddress}:${remotePort}` : 'a proxy';
}
