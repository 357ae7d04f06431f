/** Where a request goes: path and query, and the host it names. */
export type Target = { readonly target: string; readonly host: string };

const ABSOLUTE = /^https?:\/\/([^/?#]*)/i;
const SLASH = 47;

/** Reads a request target; in the absolute form that proxies are sent, its host goes before the Host header. */
export function toTarget(sent: string, host: string): Target {
  if (sent.charCodeAt(0) === SLASH) return { target: sent, host };
  const [origin, authority] = ABSOLUTE.exec(sent) ?? [];
  if (origin === undefined || authority === undefined) return { target: sent, host };
  const rest = sent.slice(origin.length);
  return { target: rest.startsWith('/') ? rest : `/${rest}`, host: authority };
}
