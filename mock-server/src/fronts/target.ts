/** Where a request goes: path and query, and the host it names. */
export type Target = { readonly target: string; readonly host: string };

const ABSOLUTE = /^https?:\/\/([^/?#]*)/i;
const SLASH = 47;

/** A name and password, or a key, that URLs may have before their host. */
const USERINFO = /^([a-z][a-z\d+.-]*:\/\/)?[^/?#]*@/i;

/**
 * Reads a request target; in the absolute form that proxies are sent, its host goes before the Host header. What a URL
 * has before its host is left out: it may be a key.
 */
export function toTarget(sent: string, hostHeader: string): Target {
  const host = withoutUserinfo(hostHeader);
  if (sent.charCodeAt(0) === SLASH) return { target: sent, host };
  const [origin, authority] = ABSOLUTE.exec(sent) ?? [];
  if (origin === undefined || authority === undefined) return { target: sent.replace(USERINFO, '$1'), host };
  const rest = sent.slice(origin.length);
  return { target: rest.startsWith('/') ? rest : `/${rest}`, host: withoutUserinfo(authority) };
}

function withoutUserinfo(host: string): string {
  return host.includes('@') ? host.slice(host.lastIndexOf('@') + 1) : host;
}
