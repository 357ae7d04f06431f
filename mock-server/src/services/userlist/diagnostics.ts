import type { Diagnostic } from '../../engine/diagnostic.ts';
import type { Evidence } from '../../engine/evidence.ts';

type Kind = { readonly level: 'warning' | 'info'; readonly evidence: Evidence };

/** Every diagnostic of the Push API, with how sure we are that the real service treats the request as we say. */
const KINDS = {
  'body-ignored': { level: 'warning', evidence: 'assumed' },
  'missing-content-type': { level: 'warning', evidence: 'documented' },
  'key-collision': { level: 'warning', evidence: 'assumed' },
  'unnormalizable-key': { level: 'warning', evidence: 'assumed' },
  'unknown-attribute': { level: 'warning', evidence: 'client' },
  'unreadable-timestamp': { level: 'warning', evidence: 'client' },
  'shared-email': { level: 'warning', evidence: 'assumed' },
  'email-as-identifier': { level: 'warning', evidence: 'assumed' },
  'foreign-back-reference': { level: 'warning', evidence: 'client' },
  'contradicting-spelling': { level: 'warning', evidence: 'client' },
  'empty-message': { level: 'warning', evidence: 'client' },
  'renamed-key': { level: 'info', evidence: 'documented' },
  'bytes-used': { level: 'info', evidence: 'documented' },
  'legacy-route': { level: 'info', evidence: 'client' },
  'delete-ignored-attributes': { level: 'info', evidence: 'client' },
  'email-only-user': { level: 'info', evidence: 'documented' },
  'email-only-attribute': { level: 'info', evidence: 'documented' },
  'number-precision': { level: 'info', evidence: 'assumed' },
  'unparsed-timestamp-property': { level: 'info', evidence: 'documented' },
} as const satisfies Record<string, Kind>;

export type DiagnosticCode = keyof typeof KINDS;

/** Collects diagnostics while an exchange is explained; the hot path collects none. */
export type Notes = {
  add(code: DiagnosticCode, path: string, message: string): void;
  readonly list: readonly Diagnostic[];
  readonly dropped: number;
};

const MOST = 100;
/** Messages quote what was sent, and a key may be as long as a body. */
const LONGEST_MESSAGE = 1000;

export function createNotes(): Notes {
  const list: Diagnostic[] = [];
  let dropped = 0;
  return {
    add(code, path, message) {
      const shown = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
      if (list.length < MOST) list.push({ code, ...KINDS[code], path, message: shown });
      else dropped += 1;
    },
    list,
    get dropped() {
      return dropped;
    },
  };
}
