import type { Answer, Call } from '../../src/index.ts';

export const DESK_ANSWER: Answer = {
  status: 200,
  reason: 'OK',
  headers: ['Content-Type', 'application/json'],
  body: '{"é":1}',
  close: false,
};

/** A desk that answers at once, but has `/_control/wait` waited for until it is closed or told. */
export function createFakeDesk() {
  const calls: Call[] = [];
  const waits: PromiseWithResolvers<Answer>[] = [];
  return {
    calls,
    waits,
    prefix: '/_control',
    answer(call: Call) {
      calls.push(call);
      if (!call.target.startsWith('/_control/wait')) return DESK_ANSWER;
      const wait = Promise.withResolvers<Answer>();
      waits.push(wait);
      return wait.promise;
    },
    close() {
      for (const wait of waits) wait.resolve({ ...DESK_ANSWER, status: 503, reason: 'Service Unavailable' });
    },
  };
}
