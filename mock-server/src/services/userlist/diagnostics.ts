import type { Contract, DiagnosticCode } from '@understudy/openapi/contract';
import type { Diagnostic } from '../../engine/diagnostic.ts';

/** Collects diagnostics while an exchange is explained; the hot path collects none. */
export type Notes = {
  /** A message that is dear to make is handed over as a function, which is not called when the list is full. */
  add(code: DiagnosticCode, path: string, message: string | (() => string)): void;
  readonly list: readonly Diagnostic[];
  readonly dropped: number;
};

/** Messages quote what was sent, and a key may be as long as a body. */
const LONGEST_MESSAGE = 1000;

/** Makes an empty list of diagnostics with the contract's levels and evidence; those beyond its bound are only counted. */
export function createNotes({ diagnostics, bounds }: Pick<Contract, 'diagnostics' | 'bounds'>): Notes {
  const list: Diagnostic[] = [];
  let dropped = 0;
  return {
    add(code, path, message) {
      if (list.length >= bounds.diagnostics) {
        dropped += 1;
        return;
      }
      const whole = typeof message === 'string' ? message : message();
      const shown = whole.length > LONGEST_MESSAGE ? `${whole.slice(0, LONGEST_MESSAGE)}…` : whole;
      const { level, evidence } = diagnostics[code];
      list.push({ code, level, path, message: shown, evidence });
    },
    list,
    get dropped() {
      return dropped;
    },
  };
}
