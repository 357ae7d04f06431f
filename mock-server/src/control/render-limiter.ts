import type { components } from '@understudy/openapi/control/types';
import type { LimiterState } from '../engine/limiter.ts';
import { renderTime } from './render-time.ts';

/** A limiter as the desk shows it. */
export function renderLimiter(state: LimiterState): components['schemas']['Limiter'] {
  const { used, limit, beganAt, resetsAt, why } = state;
  return {
    used,
    limit,
    began_at: beganAt === null ? null : renderTime(beganAt),
    resets_at: resetsAt === null ? null : renderTime(resetsAt),
    why,
  };
}
