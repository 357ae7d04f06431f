import { serverUrl } from '@understudy/openapi/limits';
import type { RetryOptions } from './retry-policy.ts';

/** The options of a client that can be wrong. */
export type CheckedOptions = {
  pushKey: string;
  baseUrl: string;
  timeoutMs: number;
  retry: RetryOptions | false;
};

/** Fills in the defaults and throws a usage error, which never prints the key, for an option that cannot work. */
export function checkOptions(options: Partial<CheckedOptions>): CheckedOptions {
  const { timeoutMs = 30_000, retry = {} } = options;
  checkPositive('timeoutMs', timeoutMs);
  if (retry !== false) {
    for (const name of ['budgetMs', 'baseMs', 'maxMs', 'maxAttempts'] as const) {
      if (retry[name] !== undefined) checkPositive(`retry.${name}`, retry[name]);
    }
  }
  return {
    pushKey: checkPushKey(options.pushKey),
    baseUrl: checkBaseUrl(options.baseUrl ?? serverUrl),
    timeoutMs,
    retry,
  };
}

function checkPushKey(key: unknown): string {
  if (typeof key !== 'string' || key.trim() === '') {
    throw usageError('pushKey is missing. Take it from the Push settings of the account.');
  }
  if (!/^[!-~]([ -~]*[!-~])?$/.test(key)) {
    throw usageError(
      'pushKey cannot stand in a header. Remove what is not ASCII, and blanks and line breaks around it.',
    );
  }
  return key;
}

function checkBaseUrl(text: string): string {
  const url = toUrl(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw usageError(
      'baseUrl must be a whole address without user, query and fragment, such as http://localhost:4010.',
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function toUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function checkPositive(name: string, value: number): void {
  if (!(typeof value === 'number' && value > 0)) {
    throw usageError(`${name} is ${value}. Give a number above 0.`);
  }
}

function usageError(text: string): TypeError {
  return new TypeError(`@understudy/client: ${text}`);
}
