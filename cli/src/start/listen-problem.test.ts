import { describe, expect, it } from 'vitest';
import { isUsageError } from '../usage-error.ts';
import { toListenProblem } from './listen-problem.ts';

const problem = (code: string, at = 4010): unknown =>
  toListenProblem(Object.assign(new Error(`listen ${code}`), { code, port: at }), {
    port: 4010,
    httpsPort: 443,
    host: 'localhost',
  });

describe('A server that cannot listen says', () => {
  it.each([
    ['EADDRINUSE', 'Port 4010 is in use. Stop what listens there or choose another with --port.'],
    ['EACCES', 'Port 4010 is not yours to use. Choose one above 1023 with --port.'],
    ['EADDRNOTAVAIL', 'This machine has no address "localhost". Choose another with --host.'],
    ['ENOTFOUND', 'This machine has no address "localhost". Choose another with --host.'],
  ])('on %s: %s', (code, sentence) => {
    const error = problem(code);
    expect(isUsageError(error) && error.message).toBe(sentence);
  });

  it.each([
    ['EADDRINUSE', 'Port 443 is in use. Stop what listens there or choose another with --https-port.'],
    [
      'EACCES',
      'Port 443 is not yours to use. Choose one above 1023 with --https-port, or have it allowed; on Linux by: sudo sysctl net.ipv4.ip_unprivileged_port_start=443.',
    ],
  ])('on %s of the port for HTTPS: %s', (code, sentence) => {
    const error = problem(code, 443);
    expect(isUsageError(error) && error.message).toBe(sentence);
  });

  it('leaves what is about neither port nor address as it is', () => {
    const error = new Error('something else');
    expect(toListenProblem(error, { port: 1, httpsPort: null, host: 'localhost' })).toBe(error);
  });
});
