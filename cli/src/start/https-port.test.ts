import { describe, expect, it } from 'vitest';
import { toHttpsPort } from './https-port.ts';

const choose = (port: number, https: boolean, httpsPort: number | undefined) =>
  toHttpsPort({ port, https, 'https-port': httpsPort });

describe('The port for HTTPS', () => {
  it.each([
    [4010, false, undefined, null],
    [4010, true, undefined, 4433],
    [0, true, undefined, 0],
    [4010, false, 8443, 8443],
    [4010, true, 8443, 8443],
    [0, false, 443, 443],
    [4010, false, 0, 0],
    [0, false, 0, 0],
  ])('with --port %i, --https %s, --https-port %s is %s', (port, https, httpsPort, expected) => {
    expect(choose(port, https, httpsPort)).toBe(expected);
  });

  it('is not that for HTTP', () => {
    const sentence = (port: number) =>
      `HTTP and HTTPS cannot share port ${port}. Choose another with --port or --https-port.`;
    expect(() => choose(4433, true, undefined)).toThrow(sentence(4433));
    expect(() => choose(4010, false, 4010)).toThrow(sentence(4010));
  });
});
