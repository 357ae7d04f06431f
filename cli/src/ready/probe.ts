import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';

/** What was found where the stand-in is expected. */
export type Finding =
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'starting' }
  /** Something answered that is no stand-in; `what` says how. */
  | { readonly kind: 'stranger'; readonly what: string }
  /** Nothing answered; `why` is an error's code or words. */
  | { readonly kind: 'nobody'; readonly why: string };

export type Probe = (url: string, timeoutMs: number) => Promise<Finding>;

const HEALTH = '/_control/health';
/** No stand-in says more than that of its health. */
const MOST_BYTES = 10_000;

/** Asks once. Not with fetch, which refuses some ports and takes longer to load. */
export const probe: Probe = (url, timeoutMs) =>
  new Promise((resolve) => {
    const get = url.startsWith('https:') ? getHttps : getHttp;
    const signal = AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs)));
    const request = get(`${url}${HEALTH}`, { agent: false, signal }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > MOST_BYTES) response.destroy();
      });
      response.on('error', () => {});
      response.on('close', () => resolve(toFinding(response.statusCode ?? 0, text)));
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve(toAbsence(error)));
  });

function toFinding(status: number, text: string): Finding {
  const health = parse(text);
  if (typeof health?.status === 'string' && typeof health.version === 'string') {
    return status === 200 ? { kind: 'ready', version: health.version } : { kind: 'starting' };
  }
  return { kind: 'stranger', what: `status ${status} to GET ${HEALTH}` };
}

function toAbsence(error: NodeJS.ErrnoException): Finding {
  if (error.code === 'EPROTO' || error.code?.startsWith('HPE_')) {
    return { kind: 'stranger', what: 'not in HTTP' };
  }
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return { kind: 'nobody', why: 'no answer' };
  return { kind: 'nobody', why: error.code ?? error.message };
}

function parse(text: string): { status?: unknown; version?: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
