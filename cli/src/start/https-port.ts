import { UsageError } from '../usage-error.ts';

export type PortChoices = {
  readonly port: number;
  readonly https: boolean;
  readonly 'https-port': number | undefined;
};

const STANDARD_PORT = 4433;

/** Where to listen for HTTPS, null for not at all; as free a choice as that of the port for HTTP. Throws a UsageError. */
export function toHttpsPort({ port, https, 'https-port': chosen }: PortChoices): number | null {
  if (chosen === undefined && !https) return null;
  const httpsPort = chosen ?? (port === 0 ? 0 : STANDARD_PORT);
  if (httpsPort !== port || port === 0) return httpsPort;
  throw new UsageError(
    `HTTP and HTTPS cannot share port ${port}. Choose another with --port or --https-port.`,
  );
}
