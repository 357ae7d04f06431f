import { UsageError } from '../usage-error.ts';

/** Why it cannot listen, in one sentence; what is not about address or port comes back as it is. */
export function toListenProblem(error: unknown, { port, host }: { port: number; host: string }): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return new UsageError(`Port ${port} is in use. Stop what listens there or choose another with --port.`);
    case 'EACCES':
      return new UsageError(`Port ${port} is not yours to use. Choose one above 1023 with --port.`);
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
