import { UsageError } from '../usage-error.ts';

export type Wanted = {
  readonly port: number;
  /** Null for HTTP only. */
  readonly httpsPort: number | null;
  readonly host: string;
};

/** Why it cannot listen, in one sentence or two; what is not about address or port comes back as it is. */
export function toListenProblem(error: unknown, { port: httpPort, httpsPort, host }: Wanted): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const isHttps = httpsPort !== null && error instanceof Error && 'port' in error && error.port === httpsPort;
  const [port, flag] = isHttps ? [httpsPort, '--https-port'] : [httpPort, '--port'];
  switch (code) {
    case 'EADDRINUSE':
      return new UsageError(
        `Port ${port} is in use. Stop what listens there or choose another with ${flag}.`,
      );
    case 'EACCES':
      return new UsageError(
        `Port ${port} is not yours to use. Choose one above 1023 with ${flag}${isHttps ? toPermission(port) : ''}.`,
      );
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UsageError(`This machine has no address "${host}". Choose another with --host.`);
    default:
      return error;
  }
}

/** Clients that take no port in an address need 443. */
function toPermission(port: number): string {
  return `, or have it allowed; on Linux by: sudo sysctl net.ipv4.ip_unprivileged_port_start=${port}`;
}
