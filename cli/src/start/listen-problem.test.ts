import { describe, expect, it } from 'vitest';
import { isUsageError } from '../usage-error.ts';
import { toListenProblem } from './listen-problem.ts';

const problem = (code: string, port = 4010, host = 'localhost'): unknown =>
  toListenProblem(Object.assign(new Error(`listen ${code}`), { code }), { port, host });

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

  it('leaves what is about neither port nor address as it is', () => {
    const error = new Error('something else');
    expect(toListenProblem(error, { port: 1, host: 'localhost' })).toBe(error);
  });
});
