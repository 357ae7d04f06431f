import type { components } from '@understudy/openapi/control/types';
import { explainLimiter, type LastRefusal, type LimiterState } from '../engine/limiter.ts';
import { renderTime } from './render-time.ts';

/** A limiter as the desk shows it, at an epoch millisecond. */
export function renderLimiter(state: LimiterState, now: number): components['schemas']['Limiter'] {
  const { used, limit, beganAt, resetsAt } = state;
  return {
    used,
    limit,
    began_at: beganAt === null ? null : renderTime(beganAt),
    resets_at: resetsAt === null ? null : renderTime(resetsAt),
    why: explainLimiter(state, now),
  };
}

/** The last request that a limiter refused, and why. */
export function renderLastRefusal(refusal: LastRefusal | null): components['schemas']['LastRefusal'] | null {
  if (refusal === null) return null;
  const why = `All ${refusal.limit} requests of the window that ends at ${renderTime(refusal.resetsAt)} were used.`;
  return { at: renderTime(refusal.at), why };
}
