// Generated from control-api.yaml by `npm run generate`. Change that file, not this one.

import type { components } from './types.ts';

type Accepted = components['schemas'];

/** Decides what the schema leaves to a named decoder; each sees only strings that are not blank. */
export type Decoders = {  };

/** Where in the body a value sits: as a JSON Pointer, and in words for the refusal text. */
export type At = { readonly pointer: string; readonly names: readonly string[] };

/** One failed check: where, and the text that the answer gives for it. */
export type Violation = { readonly pointer: string; readonly text: string };

export const ROOT: At = { pointer: '', names: [] };

const ANYTHING: Decoders = {  };

const INK = /\S/u;

function isObject(v: unknown): v is Record<string, unknown> {
  return typeof v === 'object' && v !== null && !Array.isArray(v);
}

function countKeys(v: Record<string, unknown>): number {
  return Object.keys(v).length;
}

function countPoints(text: string): number {
  let points = 0;
  for (const _ of text) points += 1;
  return points;
}

function below(at: At, name: string): At {
  return { pointer: at.pointer + '/' + name.replaceAll('~', '~0').replaceAll('/', '~1'), names: [...at.names, name] };
}

function entry(at: At, index: number): At {
  return { pointer: at.pointer + '/' + index, names: at.names };
}

function refuse(out: Violation[], at: At, attribute: string, sentence: string): void {
  const place = attribute === '' ? at : below(at, attribute);
  const words = place.names.length === 0 ? 'payload' : place.names.join(' ').replaceAll('_', ' ');
  const text = words.charAt(0).toUpperCase() + words.slice(1) + ' ' + sentence;
  if (!out.some((violation) => violation.text === text)) out.push({ pointer: place.pointer, text });
}

function check1(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["account"];
  if (p0 !== undefined && !(((typeof p0 === 'string' || p0 === null) && (typeof p0 !== 'string' || countPoints(p0) >= 1)))) return false;
  const p1 = v["operation"];
  if (p1 !== undefined && !(((typeof p1 === 'string' || p1 === null) && (typeof p1 !== 'string' || countPoints(p1) >= 1)))) return false;
  const p2 = v["status"];
  if (p2 !== undefined && !(((Number.isInteger(p2) || p2 === null) && (typeof p2 !== 'number' || (p2 >= 100 && p2 <= 599))))) return false;
  const p3 = v["body"];
  if (p3 !== undefined && !((isObject(p3) || p3 === null))) return false;
  return true;
}

function check2(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!(isResetPart(e, d))) return false;
  return true;
}

function check3(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["account"];
  if (p0 !== undefined && !(((typeof p0 === 'string' || p0 === null) && (typeof p0 !== 'string' || countPoints(p0) >= 1)))) return false;
  const p1 = v["what"];
  if (p1 !== undefined && !(((Array.isArray(p1) || p1 === null) && (!Array.isArray(p1) || (p1.length >= 1 && check2(p1, d)))))) return false;
  return true;
}

export function isMatcher(v: unknown, d: Decoders = ANYTHING): v is Accepted['Matcher'] {
  return (isObject(v) && (!isObject(v) || check1(v, d)));
}

export function explainMatcher(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["account"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "account");
        if (!((typeof p1_0 === 'string' || p1_0 === null))) refuse(out, a1_0, "", "is invalid");
        else {
          if (!((typeof p1_0 !== 'string' || countPoints(p1_0) >= 1))) refuse(out, a1_0, "", "is invalid");
        }
      }
      const p1_1 = v["operation"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "operation");
        if (!((typeof p1_1 === 'string' || p1_1 === null))) refuse(out, a1_1, "", "is invalid");
        else {
          if (!((typeof p1_1 !== 'string' || countPoints(p1_1) >= 1))) refuse(out, a1_1, "", "is invalid");
        }
      }
      const p1_2 = v["status"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "status");
        if (!((Number.isInteger(p1_2) || p1_2 === null))) refuse(out, a1_2, "", "is invalid");
        else {
          if (!((typeof p1_2 !== 'number' || p1_2 >= 100))) refuse(out, a1_2, "", "is invalid");
          if (!((typeof p1_2 !== 'number' || p1_2 <= 599))) refuse(out, a1_2, "", "is invalid");
        }
      }
      const p1_3 = v["body"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "body");
        if (!((isObject(p1_3) || p1_3 === null))) refuse(out, a1_3, "", "is invalid");
      }
    }
  }
}

export function isReset(v: unknown, d: Decoders = ANYTHING): v is Accepted['Reset'] {
  return (isObject(v) && (!isObject(v) || check3(v, d)));
}

export function explainReset(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["account"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "account");
        if (!((typeof p1_0 === 'string' || p1_0 === null))) refuse(out, a1_0, "", "is invalid");
        else {
          if (!((typeof p1_0 !== 'string' || countPoints(p1_0) >= 1))) refuse(out, a1_0, "", "is invalid");
        }
      }
      const p1_1 = v["what"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "what");
        if (!((Array.isArray(p1_1) || p1_1 === null))) refuse(out, a1_1, "", "is invalid");
        else {
          if (!((!Array.isArray(p1_1) || p1_1.length >= 1))) refuse(out, a1_1, "", "is invalid");
          if (Array.isArray(p1_1)) {
            for (const [i2, e2] of (p1_1 as unknown[]).entries()) {
              const a2 = entry(a1_1, i2);
              explainResetPart(e2, a2, out, d);
            }
          }
        }
      }
    }
  }
}

export function isResetPart(v: unknown, d: Decoders = ANYTHING): v is Accepted['ResetPart'] {
  return (typeof v === 'string' && (v === "state" || v === "journal" || v === "limits" || v === "faults" || v === "clock" || v === "settings"));
}

export function explainResetPart(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(typeof v === 'string')) refuse(out, at, "", "is invalid");
  else {
    if (!((v === "state" || v === "journal" || v === "limits" || v === "faults" || v === "clock" || v === "settings"))) refuse(out, at, "", "is not included in the list");
  }
}

/** Both questions that can be asked of a body. */
export type Check = {
  readonly is: (v: unknown, d?: Decoders) => boolean;
  readonly explain: (v: unknown, at: At, out: Violation[], d?: Decoders) => void;
};

/** Every check by the name of its schema. */
export const checks: Readonly<Record<string, Check>> = {
  Matcher: { is: isMatcher, explain: explainMatcher },
  Reset: { is: isReset, explain: explainReset },
  ResetPart: { is: isResetPart, explain: explainResetPart },
};

