import { serverUrl } from '@understudy/openapi/limits';
import { UsageError } from '../usage-error.ts';

/** Where to send, and with whose key. */
export type Target = {
  /** Without a slash at the end. */
  readonly url: string;
  readonly pushKey: string;
  /** Whether no key was given. */
  readonly isStandardKey: boolean;
};

/** What is sent with when no key is given; a stand-in without configured keys takes any. */
const STANDARD_KEY = 'dev';
/** The vendor's own domain: every name in it is the real service. */
const VENDOR_DOMAIN = new URL(serverUrl).hostname.split('.').slice(-2).join('.');

/** Reads where to send. Throws a UsageError when that is no address. */
export function toTarget(options: { readonly url: string; readonly pushKey: string | undefined }): Target {
  const url = toUrl(options.url);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new UsageError('--url must be a whole address, such as http://localhost:4010.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('--url must not hold a user or a password; the key goes into --push-key.');
  }
  const pushKey = options.pushKey ?? STANDARD_KEY;
  return {
    url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''),
    pushKey,
    isStandardKey: options.pushKey === undefined,
  };
}

/** Throws a UsageError where real people would receive what was meant as a trial. */
export function checkLive(target: Target, live: boolean): void {
  const url = new URL(target.url);
  if (!isVendor(url)) return;
  if (!live) {
    throw new UsageError(
      `${url.host} is the real Userlist; if its users are to receive these messages, say so with --live.`,
    );
  }
  if (url.protocol !== 'https:') {
    throw new UsageError(`Use https:// for ${url.host}, or the push key travels in the open.`);
  }
  if (target.isStandardKey) {
    throw new UsageError(`--push-key is missing; ${url.host} wants the key of your account.`);
  }
}

function isVendor({ hostname }: URL): boolean {
  // A name may end with the dot of the root.
  return `.${hostname.replace(/\.$/, '')}`.endsWith(`.${VENDOR_DOMAIN}`);
}

function toUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
