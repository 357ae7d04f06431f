import type { Contract, ContractDiagnostic, DiagnosticCode } from '@understudy/openapi/contract';
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

/**
 * Makes an empty list of diagnostics with the contract's levels and evidence; those beyond its bound are only counted.
 * With `only`, those of another level are passed over.
 */
export function createNotes(
  { diagnostics, bounds }: Pick<Contract, 'diagnostics' | 'bounds'>,
  only?: ContractDiagnostic['level'],
): Notes {
  const list: Diagnostic[] = [];
  let dropped = 0;
  return {
    add(code, path, message) {
      const { level, evidence } = diagnostics[code];
      if (only !== undefined && level !== only) return;
      if (list.length >= bounds.diagnostics) {
        dropped += 1;
        return;
      }
      const whole = typeof message === 'string' ? message : message();
      const shown = whole.length > LONGEST_MESSAGE ? `${whole.slice(0, LONGEST_MESSAGE)}…` : whole;
      list.push({ code, level, path, message: shown, evidence });
    },
    list,
    get dropped() {
      return dropped;
    },
  };
}

/** Notes that two users are left with one address, of which this is one. */
export function noteSharedEmail(notes: Notes, key: string): void {
  notes.add(
    'shared-email',
    '',
    `Another user has the address of ${key} too; that address alone names the one without an identifier, else the oldest.`,
  );
}
