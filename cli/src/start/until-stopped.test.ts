import { describe, expect, it } from 'vitest';
import { createScriptedIo } from '../../test/scripted-io.ts';
import { untilStopped } from './until-stopped.ts';

const never = (): Promise<void> => new Promise(() => {});

describe('A request to stop', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'orphaned'] as const)(
    '%s closes all and ends with 0',
    async (reason) => {
      const io = createScriptedIo();
      let closed = 0;
      const { exitCode } = untilStopped(io, async () => {
        closed += 1;
      });
      io.stop(reason);
      expect(await exitCode).toBe(0);
      expect(closed).toBe(1);
      expect(io.listeners()).toBe(0);
    },
  );

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('ends at once when a second comes: %s with %d', async (reason, code) => {
    const io = createScriptedIo();
    const { exitCode } = untilStopped(io, never);
    io.stop('SIGINT');
    io.pass(600);
    io.stop(reason);
    expect(await exitCode).toBe(code);
  });

  it('counts once when npm repeats it', async () => {
    const io = createScriptedIo();
    const closing = Promise.withResolvers<void>();
    const { exitCode } = untilStopped(io, () => closing.promise);
    io.stop('SIGINT');
    io.pass(5);
    io.stop('SIGINT');
    closing.resolve();
    expect(await exitCode).toBe(0);
  });

  it('passes on what goes wrong while closing', async () => {
    const io = createScriptedIo();
    const { exitCode } = untilStopped(io, () => Promise.reject(new Error('stuck')));
    io.stop('SIGTERM');
    await expect(exitCode).rejects.toThrow('stuck');
  });
});
