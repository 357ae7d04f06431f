// Generated from control-api.yaml by `npm run generate`. Change that file, not this one.

import type { components } from './types.ts';

type Accepted = components['schemas'];

/** Decides what the schema leaves to a named decoder, or to a list of names; each sees only strings that are not blank. */
export type Decoders = {};

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

function check1(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!(typeof e === 'string')) return false;
  return true;
}

function check2(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["account"];
  if (p0 !== undefined && !(((typeof p0 === 'string' || p0 === null) && (typeof p0 !== 'string' || countPoints(p0) >= 1)))) return false;
  const p1 = v["operation"];
  if (p1 !== undefined && !(((typeof p1 === 'string' || p1 === null) && (typeof p1 !== 'string' || countPoints(p1) >= 1)))) return false;
  const p2 = v["status"];
  if (p2 !== undefined && !(((Number.isInteger(p2) || p2 === null) && (typeof p2 !== 'number' || (p2 >= 100 && p2 <= 599))))) return false;
  const p3 = v["body"];
  if (p3 !== undefined && !((isObject(p3) || p3 === null))) return false;
  const p4 = v["has"];
  if (p4 !== undefined && !(((Array.isArray(p4) || p4 === null) && (!Array.isArray(p4) || (p4.length <= 100 && check1(p4, d)))))) return false;
  const p5 = v["diagnostic"];
  if (p5 !== undefined && !(((typeof p5 === 'string' || p5 === null) && (typeof p5 !== 'string' || countPoints(p5) >= 1)))) return false;
  const p6 = v["since"];
  if (p6 !== undefined && !(((typeof p6 === 'string' || p6 === null) && (typeof p6 !== 'string' || countPoints(p6) >= 1)))) return false;
  const p7 = v["exactly"];
  if (p7 !== undefined && !(((Number.isInteger(p7) || p7 === null) && (typeof p7 !== 'number' || p7 >= 0)))) return false;
  const p8 = v["at_least"];
  if (p8 !== undefined && !(((Number.isInteger(p8) || p8 === null) && (typeof p8 !== 'number' || p8 >= 0)))) return false;
  const p9 = v["at_most"];
  if (p9 !== undefined && !(((Number.isInteger(p9) || p9 === null) && (typeof p9 !== 'number' || p9 >= 0)))) return false;
  return true;
}

function check3(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["account"];
  if (p0 !== undefined && !(((typeof p0 === 'string' || p0 === null) && (typeof p0 !== 'string' || countPoints(p0) >= 1)))) return false;
  const p1 = v["operation"];
  if (p1 !== undefined && !(((typeof p1 === 'string' || p1 === null) && (typeof p1 !== 'string' || countPoints(p1) >= 1)))) return false;
  const p2 = v["status"];
  if (p2 !== undefined && !(((Number.isInteger(p2) || p2 === null) && (typeof p2 !== 'number' || (p2 >= 100 && p2 <= 599))))) return false;
  const p3 = v["body"];
  if (p3 !== undefined && !((isObject(p3) || p3 === null))) return false;
  const p4 = v["has"];
  if (p4 !== undefined && !(((Array.isArray(p4) || p4 === null) && (!Array.isArray(p4) || (p4.length <= 100 && check1(p4, d)))))) return false;
  const p5 = v["diagnostic"];
  if (p5 !== undefined && !(((typeof p5 === 'string' || p5 === null) && (typeof p5 !== 'string' || countPoints(p5) >= 1)))) return false;
  const p6 = v["since"];
  if (p6 !== undefined && !(((typeof p6 === 'string' || p6 === null) && (typeof p6 !== 'string' || countPoints(p6) >= 1)))) return false;
  const p7 = v["count"];
  if (p7 !== undefined && !(((Number.isInteger(p7) || p7 === null) && (typeof p7 !== 'number' || (p7 >= 1 && p7 <= 10000))))) return false;
  const p8 = v["timeout_ms"];
  if (p8 !== undefined && !(((Number.isInteger(p8) || p8 === null) && (typeof p8 !== 'number' || (p8 >= 0 && p8 <= 600000))))) return false;
  return true;
}

function check4(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!((typeof e === 'string' && (typeof e !== 'string' || countPoints(e) >= 1)))) return false;
  return true;
}

function check5(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["features"];
  if (p0 !== undefined && !(isFeaturesChange(p0, d))) return false;
  const p1 = v["rate_limit"];
  if (p1 !== undefined && !(((typeof p1 === 'string' || p1 === null) && (typeof p1 !== 'string' || countPoints(p1) >= 1)))) return false;
  const p2 = v["rate_limit_headers"];
  if (p2 !== undefined && !((typeof p2 === 'boolean' || p2 === null))) return false;
  const p3 = v["topics"];
  if (p3 !== undefined && !(isNames(p3, d))) return false;
  const p4 = v["senders"];
  if (p4 !== undefined && !(isNames(p4, d))) return false;
  const p5 = v["themes"];
  if (p5 !== undefined && !(isNames(p5, d))) return false;
  const p6 = v["templates"];
  if (p6 !== undefined && !(isNames(p6, d))) return false;
  return true;
}

function check6(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["messages"];
  if (p0 !== undefined && !((typeof p0 === 'boolean' || p0 === null))) return false;
  const p1 = v["companies"];
  if (p1 !== undefined && !((typeof p1 === 'boolean' || p1 === null))) return false;
  const p2 = v["relationships"];
  if (p2 !== undefined && !((typeof p2 === 'boolean' || p2 === null))) return false;
  const p3 = v["events"];
  if (p3 !== undefined && !((typeof p3 === 'boolean' || p3 === null))) return false;
  return true;
}

function check7(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!(isTimelineStep(e, d))) return false;
  return true;
}

function check8(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["name"];
  if (p0 !== undefined && !(((typeof p0 === 'string' || p0 === null) && (typeof p0 !== 'string' || (countPoints(p0) >= 1 && countPoints(p0) <= 100))))) return false;
  const p1 = v["account"];
  if (p1 !== undefined && !(((typeof p1 === 'string' || p1 === null) && (typeof p1 !== 'string' || countPoints(p1) >= 1)))) return false;
  const p2 = v["operation"];
  if (p2 !== undefined && !(((typeof p2 === 'string' || p2 === null) && (typeof p2 !== 'string' || countPoints(p2) >= 1)))) return false;
  const p3 = v["match"];
  if (p3 !== undefined && !(isFaultMatch(p3, d))) return false;
  const p4 = v["from"];
  if (p4 !== undefined && !(((Number.isInteger(p4) || p4 === null) && (typeof p4 !== 'number' || p4 >= 1)))) return false;
  const p5 = v["every"];
  if (p5 !== undefined && !(((Number.isInteger(p5) || p5 === null) && (typeof p5 !== 'number' || p5 >= 1)))) return false;
  const p6 = v["times"];
  if (p6 !== undefined && !(((Number.isInteger(p6) || p6 === null) && (typeof p6 !== 'number' || p6 >= 1)))) return false;
  const p7 = v["effect"];
  if (p7 !== undefined && !(isFaultEffect(p7, d))) return false;
  const p8 = v["mark"];
  if (p8 !== undefined && !(typeof p8 === 'boolean')) return false;
  const p9 = v["preset"];
  if (p9 !== undefined && !((typeof p9 === 'string' && (p9 === "outage" || p9 === "rate-limit-storm" || p9 === "slow" || p9 === "flaky" || p9 === "maintenance")))) return false;
  const p10 = v["timeline"];
  if (p10 !== undefined && !((Array.isArray(p10) && (!Array.isArray(p10) || (p10.length >= 1 && p10.length <= 1000 && check7(p10, d)))))) return false;
  return true;
}

function check9(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["at_ms"] === undefined) return false;
  const p0 = v["at_ms"];
  if (p0 !== undefined && !((Number.isInteger(p0) && (typeof p0 !== 'number' || (p0 >= 0 && p0 <= 100000000000))))) return false;
  const p1 = v["arm"];
  if (p1 !== undefined && !(isTimelineFault(p1, d))) return false;
  const p2 = v["clear"];
  if (p2 !== undefined && !((typeof p2 === 'string' && (typeof p2 !== 'string' || countPoints(p2) >= 1)))) return false;
  const p3 = v["for_ms"];
  if (p3 !== undefined && !((Number.isInteger(p3) && (typeof p3 !== 'number' || (p3 >= 1 && p3 <= 100000000000))))) return false;
  return true;
}

function check10(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["name"];
  if (p0 !== undefined && !(((typeof p0 === 'string' || p0 === null) && (typeof p0 !== 'string' || (countPoints(p0) >= 1 && countPoints(p0) <= 100))))) return false;
  const p1 = v["operation"];
  if (p1 !== undefined && !(((typeof p1 === 'string' || p1 === null) && (typeof p1 !== 'string' || countPoints(p1) >= 1)))) return false;
  const p2 = v["match"];
  if (p2 !== undefined && !(isFaultMatch(p2, d))) return false;
  const p3 = v["from"];
  if (p3 !== undefined && !(((Number.isInteger(p3) || p3 === null) && (typeof p3 !== 'number' || p3 >= 1)))) return false;
  const p4 = v["every"];
  if (p4 !== undefined && !(((Number.isInteger(p4) || p4 === null) && (typeof p4 !== 'number' || p4 >= 1)))) return false;
  const p5 = v["times"];
  if (p5 !== undefined && !(((Number.isInteger(p5) || p5 === null) && (typeof p5 !== 'number' || p5 >= 1)))) return false;
  const p6 = v["effect"];
  if (p6 !== undefined && !(isFaultEffect(p6, d))) return false;
  const p7 = v["mark"];
  if (p7 !== undefined && !(typeof p7 === 'boolean')) return false;
  const p8 = v["preset"];
  if (p8 !== undefined && !((typeof p8 === 'string' && (p8 === "outage" || p8 === "rate-limit-storm" || p8 === "slow" || p8 === "flaky" || p8 === "maintenance")))) return false;
  return true;
}

function check11(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["method"];
  if (p0 !== undefined && !(((typeof p0 === 'string' || p0 === null) && (typeof p0 !== 'string' || countPoints(p0) >= 1)))) return false;
  const p1 = v["path"];
  if (p1 !== undefined && !(((typeof p1 === 'string' || p1 === null) && (typeof p1 !== 'string' || countPoints(p1) >= 1)))) return false;
  const p2 = v["body"];
  if (p2 !== undefined && !((isObject(p2) || p2 === null))) return false;
  return true;
}

function check12(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["date_in"] === undefined) return false;
  const p0 = v["date_in"];
  if (p0 !== undefined && !((typeof p0 === 'number' && (typeof p0 !== 'number' || (p0 >= -1000000000 && p0 <= 1000000000))))) return false;
  return true;
}

function check13(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["min"] === undefined) return false;
  if (v["max"] === undefined) return false;
  if (v["seed"] === undefined) return false;
  const p0 = v["min"];
  if (p0 !== undefined && !((Number.isInteger(p0) && (typeof p0 !== 'number' || (p0 >= 0 && p0 <= 600000))))) return false;
  const p1 = v["max"];
  if (p1 !== undefined && !((Number.isInteger(p1) && (typeof p1 !== 'number' || (p1 >= 0 && p1 <= 600000))))) return false;
  const p2 = v["seed"];
  if (p2 !== undefined && !(Number.isInteger(p2))) return false;
  return true;
}

function check14(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["median"] === undefined) return false;
  if (v["sigma"] === undefined) return false;
  if (v["seed"] === undefined) return false;
  const p0 = v["median"];
  if (p0 !== undefined && !((Number.isInteger(p0) && (typeof p0 !== 'number' || (p0 >= 0 && p0 <= 600000))))) return false;
  const p1 = v["sigma"];
  if (p1 !== undefined && !((typeof p1 === 'number' && (typeof p1 !== 'number' || (p1 >= 0 && p1 <= 10))))) return false;
  const p2 = v["seed"];
  if (p2 !== undefined && !(Number.isInteger(p2))) return false;
  return true;
}

function check15(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["status"];
  if (p0 !== undefined && !((Number.isInteger(p0) && (typeof p0 !== 'number' || (p0 >= 200 && p0 <= 599))))) return false;
  const p1 = v["retry_after"];
  if (p1 !== undefined && !(((typeof p1 === 'number' && (typeof p1 !== 'number' || (p1 >= 0 && p1 <= 1000000000))) || typeof p1 === 'string' || (isObject(p1) && (!isObject(p1) || check12(p1, d)))))) return false;
  const p2 = v["delay_ms"];
  if (p2 !== undefined && !(((Number.isInteger(p2) && (typeof p2 !== 'number' || (p2 >= 0 && p2 <= 600000))) || (isObject(p2) && (!isObject(p2) || check13(p2, d))) || (isObject(p2) && (!isObject(p2) || check14(p2, d)))))) return false;
  const p3 = v["hold"];
  if (p3 !== undefined && !(typeof p3 === 'boolean')) return false;
  const p4 = v["bytes_per_second"];
  if (p4 !== undefined && !((Number.isInteger(p4) && (typeof p4 !== 'number' || p4 >= 1)))) return false;
  const p5 = v["hang_up"];
  if (p5 !== undefined && !((typeof p5 === 'string' && (p5 === "before" || p5 === "after")))) return false;
  const p6 = v["truncate_at"];
  if (p6 !== undefined && !((Number.isInteger(p6) && (typeof p6 !== 'number' || p6 >= 0)))) return false;
  const p7 = v["content_length"];
  if (p7 !== undefined && !((Number.isInteger(p7) && (typeof p7 !== 'number' || p7 >= 0)))) return false;
  const p8 = v["garbage"];
  if (p8 !== undefined && !((typeof p8 === 'boolean' || (typeof p8 === 'string' && (typeof p8 !== 'string' || countPoints(p8) >= 1))))) return false;
  const p10 = v["headers"];
  if (p10 !== undefined && !(isObject(p10))) return false;
  return true;
}

function check16(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["account"];
  if (p0 !== undefined && !(((typeof p0 === 'string' || p0 === null) && (typeof p0 !== 'string' || countPoints(p0) >= 1)))) return false;
  const p1 = v["mode"];
  if (p1 !== undefined && !(((typeof p1 === 'string' || p1 === null) && (p1 === "system" || p1 === "frozen" || p1 === null)))) return false;
  const p2 = v["now"];
  if (p2 !== undefined && !(((typeof p2 === 'string' || p2 === null) && (typeof p2 !== 'string' || countPoints(p2) >= 1)))) return false;
  const p3 = v["advance_ms"];
  if (p3 !== undefined && !(((Number.isInteger(p3) && (typeof p3 !== 'number' || (p3 >= 0 && p3 <= 10000000000000))) || (typeof p3 === 'string' && (p3 === "next-window")) || p3 === null))) return false;
  return true;
}

function check17(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!(isResetPart(e, d))) return false;
  return true;
}

function check18(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["account"];
  if (p0 !== undefined && !(((typeof p0 === 'string' || p0 === null) && (typeof p0 !== 'string' || countPoints(p0) >= 1)))) return false;
  const p1 = v["what"];
  if (p1 !== undefined && !(((Array.isArray(p1) || p1 === null) && (!Array.isArray(p1) || (p1.length >= 1 && check17(p1, d)))))) return false;
  return true;
}

export function isCountOrder(v: unknown, d: Decoders = ANYTHING): v is Accepted['CountOrder'] {
  return (isObject(v) && (!isObject(v) || check2(v, d)));
}

export function explainCountOrder(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
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
      const p1_4 = v["has"];
      if (p1_4 !== undefined) {
        const a1_4 = below(at, "has");
        if (!((Array.isArray(p1_4) || p1_4 === null))) refuse(out, a1_4, "", "is invalid");
        else {
          if (!((!Array.isArray(p1_4) || p1_4.length <= 100))) refuse(out, a1_4, "", "is invalid");
          if (Array.isArray(p1_4)) {
            for (const [i2, e2] of (p1_4 as unknown[]).entries()) {
              const a2 = entry(a1_4, i2);
              if (!(typeof e2 === 'string')) refuse(out, a2, "", "is invalid");
            }
          }
        }
      }
      const p1_5 = v["diagnostic"];
      if (p1_5 !== undefined) {
        const a1_5 = below(at, "diagnostic");
        if (!((typeof p1_5 === 'string' || p1_5 === null))) refuse(out, a1_5, "", "is invalid");
        else {
          if (!((typeof p1_5 !== 'string' || countPoints(p1_5) >= 1))) refuse(out, a1_5, "", "is invalid");
        }
      }
      const p1_6 = v["since"];
      if (p1_6 !== undefined) {
        const a1_6 = below(at, "since");
        if (!((typeof p1_6 === 'string' || p1_6 === null))) refuse(out, a1_6, "", "is invalid");
        else {
          if (!((typeof p1_6 !== 'string' || countPoints(p1_6) >= 1))) refuse(out, a1_6, "", "is invalid");
        }
      }
      const p1_7 = v["exactly"];
      if (p1_7 !== undefined) {
        const a1_7 = below(at, "exactly");
        if (!((Number.isInteger(p1_7) || p1_7 === null))) refuse(out, a1_7, "", "is invalid");
        else {
          if (!((typeof p1_7 !== 'number' || p1_7 >= 0))) refuse(out, a1_7, "", "is invalid");
        }
      }
      const p1_8 = v["at_least"];
      if (p1_8 !== undefined) {
        const a1_8 = below(at, "at_least");
        if (!((Number.isInteger(p1_8) || p1_8 === null))) refuse(out, a1_8, "", "is invalid");
        else {
          if (!((typeof p1_8 !== 'number' || p1_8 >= 0))) refuse(out, a1_8, "", "is invalid");
        }
      }
      const p1_9 = v["at_most"];
      if (p1_9 !== undefined) {
        const a1_9 = below(at, "at_most");
        if (!((Number.isInteger(p1_9) || p1_9 === null))) refuse(out, a1_9, "", "is invalid");
        else {
          if (!((typeof p1_9 !== 'number' || p1_9 >= 0))) refuse(out, a1_9, "", "is invalid");
        }
      }
    }
  }
}

export function isWaitOrder(v: unknown, d: Decoders = ANYTHING): v is Accepted['WaitOrder'] {
  return (isObject(v) && (!isObject(v) || check3(v, d)));
}

export function explainWaitOrder(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
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
      const p1_4 = v["has"];
      if (p1_4 !== undefined) {
        const a1_4 = below(at, "has");
        if (!((Array.isArray(p1_4) || p1_4 === null))) refuse(out, a1_4, "", "is invalid");
        else {
          if (!((!Array.isArray(p1_4) || p1_4.length <= 100))) refuse(out, a1_4, "", "is invalid");
          if (Array.isArray(p1_4)) {
            for (const [i2, e2] of (p1_4 as unknown[]).entries()) {
              const a2 = entry(a1_4, i2);
              if (!(typeof e2 === 'string')) refuse(out, a2, "", "is invalid");
            }
          }
        }
      }
      const p1_5 = v["diagnostic"];
      if (p1_5 !== undefined) {
        const a1_5 = below(at, "diagnostic");
        if (!((typeof p1_5 === 'string' || p1_5 === null))) refuse(out, a1_5, "", "is invalid");
        else {
          if (!((typeof p1_5 !== 'string' || countPoints(p1_5) >= 1))) refuse(out, a1_5, "", "is invalid");
        }
      }
      const p1_6 = v["since"];
      if (p1_6 !== undefined) {
        const a1_6 = below(at, "since");
        if (!((typeof p1_6 === 'string' || p1_6 === null))) refuse(out, a1_6, "", "is invalid");
        else {
          if (!((typeof p1_6 !== 'string' || countPoints(p1_6) >= 1))) refuse(out, a1_6, "", "is invalid");
        }
      }
      const p1_7 = v["count"];
      if (p1_7 !== undefined) {
        const a1_7 = below(at, "count");
        if (!((Number.isInteger(p1_7) || p1_7 === null))) refuse(out, a1_7, "", "is invalid");
        else {
          if (!((typeof p1_7 !== 'number' || p1_7 >= 1))) refuse(out, a1_7, "", "is invalid");
          if (!((typeof p1_7 !== 'number' || p1_7 <= 10000))) refuse(out, a1_7, "", "is invalid");
        }
      }
      const p1_8 = v["timeout_ms"];
      if (p1_8 !== undefined) {
        const a1_8 = below(at, "timeout_ms");
        if (!((Number.isInteger(p1_8) || p1_8 === null))) refuse(out, a1_8, "", "is invalid");
        else {
          if (!((typeof p1_8 !== 'number' || p1_8 >= 0))) refuse(out, a1_8, "", "is invalid");
          if (!((typeof p1_8 !== 'number' || p1_8 <= 600000))) refuse(out, a1_8, "", "is invalid");
        }
      }
    }
  }
}

export function isNames(v: unknown, d: Decoders = ANYTHING): v is Accepted['Names'] {
  return ((Array.isArray(v) || v === null) && (!Array.isArray(v) || check4(v, d)));
}

export function explainNames(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((Array.isArray(v) || v === null))) refuse(out, at, "", "is invalid");
  else {
    if (Array.isArray(v)) {
      for (const [i1, e1] of (v as unknown[]).entries()) {
        const a1 = entry(at, i1);
        if (!(typeof e1 === 'string')) refuse(out, a1, "", "is invalid");
        else {
          if (!((typeof e1 !== 'string' || countPoints(e1) >= 1))) refuse(out, a1, "", "is invalid");
        }
      }
    }
  }
}

export function isSettingsChange(v: unknown, d: Decoders = ANYTHING): v is Accepted['SettingsChange'] {
  return (isObject(v) && (!isObject(v) || check5(v, d)));
}

export function explainSettingsChange(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["features"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "features");
        explainFeaturesChange(p1_0, a1_0, out, d);
      }
      const p1_1 = v["rate_limit"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "rate_limit");
        if (!((typeof p1_1 === 'string' || p1_1 === null))) refuse(out, a1_1, "", "is invalid");
        else {
          if (!((typeof p1_1 !== 'string' || countPoints(p1_1) >= 1))) refuse(out, a1_1, "", "is invalid");
        }
      }
      const p1_2 = v["rate_limit_headers"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "rate_limit_headers");
        if (!((typeof p1_2 === 'boolean' || p1_2 === null))) refuse(out, a1_2, "", "is invalid");
      }
      const p1_3 = v["topics"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "topics");
        explainNames(p1_3, a1_3, out, d);
      }
      const p1_4 = v["senders"];
      if (p1_4 !== undefined) {
        const a1_4 = below(at, "senders");
        explainNames(p1_4, a1_4, out, d);
      }
      const p1_5 = v["themes"];
      if (p1_5 !== undefined) {
        const a1_5 = below(at, "themes");
        explainNames(p1_5, a1_5, out, d);
      }
      const p1_6 = v["templates"];
      if (p1_6 !== undefined) {
        const a1_6 = below(at, "templates");
        explainNames(p1_6, a1_6, out, d);
      }
    }
  }
}

export function isFeaturesChange(v: unknown, d: Decoders = ANYTHING): v is Accepted['FeaturesChange'] {
  return ((isObject(v) || v === null) && (!isObject(v) || check6(v, d)));
}

export function explainFeaturesChange(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((isObject(v) || v === null))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["messages"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "messages");
        if (!((typeof p1_0 === 'boolean' || p1_0 === null))) refuse(out, a1_0, "", "is invalid");
      }
      const p1_1 = v["companies"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "companies");
        if (!((typeof p1_1 === 'boolean' || p1_1 === null))) refuse(out, a1_1, "", "is invalid");
      }
      const p1_2 = v["relationships"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "relationships");
        if (!((typeof p1_2 === 'boolean' || p1_2 === null))) refuse(out, a1_2, "", "is invalid");
      }
      const p1_3 = v["events"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "events");
        if (!((typeof p1_3 === 'boolean' || p1_3 === null))) refuse(out, a1_3, "", "is invalid");
      }
    }
  }
}

export function isFaultOrder(v: unknown, d: Decoders = ANYTHING): v is Accepted['FaultOrder'] {
  return (isObject(v) && (!isObject(v) || check8(v, d)));
}

export function explainFaultOrder(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["name"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "name");
        if (!((typeof p1_0 === 'string' || p1_0 === null))) refuse(out, a1_0, "", "is invalid");
        else {
          if (!((typeof p1_0 !== 'string' || countPoints(p1_0) >= 1))) refuse(out, a1_0, "", "is invalid");
          if (!((typeof p1_0 !== 'string' || countPoints(p1_0) <= 100))) refuse(out, a1_0, "", "is invalid");
        }
      }
      const p1_1 = v["account"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "account");
        if (!((typeof p1_1 === 'string' || p1_1 === null))) refuse(out, a1_1, "", "is invalid");
        else {
          if (!((typeof p1_1 !== 'string' || countPoints(p1_1) >= 1))) refuse(out, a1_1, "", "is invalid");
        }
      }
      const p1_2 = v["operation"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "operation");
        if (!((typeof p1_2 === 'string' || p1_2 === null))) refuse(out, a1_2, "", "is invalid");
        else {
          if (!((typeof p1_2 !== 'string' || countPoints(p1_2) >= 1))) refuse(out, a1_2, "", "is invalid");
        }
      }
      const p1_3 = v["match"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "match");
        explainFaultMatch(p1_3, a1_3, out, d);
      }
      const p1_4 = v["from"];
      if (p1_4 !== undefined) {
        const a1_4 = below(at, "from");
        if (!((Number.isInteger(p1_4) || p1_4 === null))) refuse(out, a1_4, "", "is invalid");
        else {
          if (!((typeof p1_4 !== 'number' || p1_4 >= 1))) refuse(out, a1_4, "", "is invalid");
        }
      }
      const p1_5 = v["every"];
      if (p1_5 !== undefined) {
        const a1_5 = below(at, "every");
        if (!((Number.isInteger(p1_5) || p1_5 === null))) refuse(out, a1_5, "", "is invalid");
        else {
          if (!((typeof p1_5 !== 'number' || p1_5 >= 1))) refuse(out, a1_5, "", "is invalid");
        }
      }
      const p1_6 = v["times"];
      if (p1_6 !== undefined) {
        const a1_6 = below(at, "times");
        if (!((Number.isInteger(p1_6) || p1_6 === null))) refuse(out, a1_6, "", "is invalid");
        else {
          if (!((typeof p1_6 !== 'number' || p1_6 >= 1))) refuse(out, a1_6, "", "is invalid");
        }
      }
      const p1_7 = v["effect"];
      if (p1_7 !== undefined) {
        const a1_7 = below(at, "effect");
        explainFaultEffect(p1_7, a1_7, out, d);
      }
      const p1_8 = v["mark"];
      if (p1_8 !== undefined) {
        const a1_8 = below(at, "mark");
        if (!(typeof p1_8 === 'boolean')) refuse(out, a1_8, "", "is invalid");
      }
      const p1_9 = v["preset"];
      if (p1_9 !== undefined) {
        const a1_9 = below(at, "preset");
        if (!(typeof p1_9 === 'string')) refuse(out, a1_9, "", "is invalid");
        else {
          if (!((p1_9 === "outage" || p1_9 === "rate-limit-storm" || p1_9 === "slow" || p1_9 === "flaky" || p1_9 === "maintenance"))) refuse(out, a1_9, "", "is not included in the list");
        }
      }
      const p1_10 = v["timeline"];
      if (p1_10 !== undefined) {
        const a1_10 = below(at, "timeline");
        if (!(Array.isArray(p1_10))) refuse(out, a1_10, "", "is invalid");
        else {
          if (!((!Array.isArray(p1_10) || p1_10.length >= 1))) refuse(out, a1_10, "", "is invalid");
          if (!((!Array.isArray(p1_10) || p1_10.length <= 1000))) refuse(out, a1_10, "", "is invalid");
          if (Array.isArray(p1_10)) {
            for (const [i2, e2] of (p1_10 as unknown[]).entries()) {
              const a2 = entry(a1_10, i2);
              explainTimelineStep(e2, a2, out, d);
            }
          }
        }
      }
    }
  }
}

export function isTimelineStep(v: unknown, d: Decoders = ANYTHING): v is Accepted['TimelineStep'] {
  return (isObject(v) && (!isObject(v) || check9(v, d)));
}

export function explainTimelineStep(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v) && v["at_ms"] === undefined) refuse(out, at, "at_ms", "can't be blank");
    if (isObject(v)) {
      const p1_0 = v["at_ms"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "at_ms");
        if (!(Number.isInteger(p1_0))) refuse(out, a1_0, "", "is invalid");
        else {
          if (!((typeof p1_0 !== 'number' || p1_0 >= 0))) refuse(out, a1_0, "", "is invalid");
          if (!((typeof p1_0 !== 'number' || p1_0 <= 100000000000))) refuse(out, a1_0, "", "is invalid");
        }
      }
      const p1_1 = v["arm"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "arm");
        explainTimelineFault(p1_1, a1_1, out, d);
      }
      const p1_2 = v["clear"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "clear");
        if (!(typeof p1_2 === 'string')) refuse(out, a1_2, "", "is invalid");
        else {
          if (!((typeof p1_2 !== 'string' || countPoints(p1_2) >= 1))) refuse(out, a1_2, "", "is invalid");
        }
      }
      const p1_3 = v["for_ms"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "for_ms");
        if (!(Number.isInteger(p1_3))) refuse(out, a1_3, "", "is invalid");
        else {
          if (!((typeof p1_3 !== 'number' || p1_3 >= 1))) refuse(out, a1_3, "", "is invalid");
          if (!((typeof p1_3 !== 'number' || p1_3 <= 100000000000))) refuse(out, a1_3, "", "is invalid");
        }
      }
    }
  }
}

export function isTimelineFault(v: unknown, d: Decoders = ANYTHING): v is Accepted['TimelineFault'] {
  return (isObject(v) && (!isObject(v) || check10(v, d)));
}

export function explainTimelineFault(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["name"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "name");
        if (!((typeof p1_0 === 'string' || p1_0 === null))) refuse(out, a1_0, "", "is invalid");
        else {
          if (!((typeof p1_0 !== 'string' || countPoints(p1_0) >= 1))) refuse(out, a1_0, "", "is invalid");
          if (!((typeof p1_0 !== 'string' || countPoints(p1_0) <= 100))) refuse(out, a1_0, "", "is invalid");
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
      const p1_2 = v["match"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "match");
        explainFaultMatch(p1_2, a1_2, out, d);
      }
      const p1_3 = v["from"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "from");
        if (!((Number.isInteger(p1_3) || p1_3 === null))) refuse(out, a1_3, "", "is invalid");
        else {
          if (!((typeof p1_3 !== 'number' || p1_3 >= 1))) refuse(out, a1_3, "", "is invalid");
        }
      }
      const p1_4 = v["every"];
      if (p1_4 !== undefined) {
        const a1_4 = below(at, "every");
        if (!((Number.isInteger(p1_4) || p1_4 === null))) refuse(out, a1_4, "", "is invalid");
        else {
          if (!((typeof p1_4 !== 'number' || p1_4 >= 1))) refuse(out, a1_4, "", "is invalid");
        }
      }
      const p1_5 = v["times"];
      if (p1_5 !== undefined) {
        const a1_5 = below(at, "times");
        if (!((Number.isInteger(p1_5) || p1_5 === null))) refuse(out, a1_5, "", "is invalid");
        else {
          if (!((typeof p1_5 !== 'number' || p1_5 >= 1))) refuse(out, a1_5, "", "is invalid");
        }
      }
      const p1_6 = v["effect"];
      if (p1_6 !== undefined) {
        const a1_6 = below(at, "effect");
        explainFaultEffect(p1_6, a1_6, out, d);
      }
      const p1_7 = v["mark"];
      if (p1_7 !== undefined) {
        const a1_7 = below(at, "mark");
        if (!(typeof p1_7 === 'boolean')) refuse(out, a1_7, "", "is invalid");
      }
      const p1_8 = v["preset"];
      if (p1_8 !== undefined) {
        const a1_8 = below(at, "preset");
        if (!(typeof p1_8 === 'string')) refuse(out, a1_8, "", "is invalid");
        else {
          if (!((p1_8 === "outage" || p1_8 === "rate-limit-storm" || p1_8 === "slow" || p1_8 === "flaky" || p1_8 === "maintenance"))) refuse(out, a1_8, "", "is not included in the list");
        }
      }
    }
  }
}

export function isFaultMatch(v: unknown, d: Decoders = ANYTHING): v is Accepted['FaultMatch'] {
  return ((isObject(v) || v === null) && (!isObject(v) || check11(v, d)));
}

export function explainFaultMatch(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((isObject(v) || v === null))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["method"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "method");
        if (!((typeof p1_0 === 'string' || p1_0 === null))) refuse(out, a1_0, "", "is invalid");
        else {
          if (!((typeof p1_0 !== 'string' || countPoints(p1_0) >= 1))) refuse(out, a1_0, "", "is invalid");
        }
      }
      const p1_1 = v["path"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "path");
        if (!((typeof p1_1 === 'string' || p1_1 === null))) refuse(out, a1_1, "", "is invalid");
        else {
          if (!((typeof p1_1 !== 'string' || countPoints(p1_1) >= 1))) refuse(out, a1_1, "", "is invalid");
        }
      }
      const p1_2 = v["body"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "body");
        if (!((isObject(p1_2) || p1_2 === null))) refuse(out, a1_2, "", "is invalid");
      }
    }
  }
}

export function isFaultEffect(v: unknown, d: Decoders = ANYTHING): v is Accepted['FaultEffect'] {
  return (isObject(v) && (!isObject(v) || (countKeys(v) >= 1 && check15(v, d))));
}

export function explainFaultEffect(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!((!isObject(v) || countKeys(v) >= 1))) refuse(out, at, "", "is invalid");
    if (isObject(v)) {
      const p1_0 = v["status"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "status");
        if (!(Number.isInteger(p1_0))) refuse(out, a1_0, "", "is invalid");
        else {
          if (!((typeof p1_0 !== 'number' || p1_0 >= 200))) refuse(out, a1_0, "", "is invalid");
          if (!((typeof p1_0 !== 'number' || p1_0 <= 599))) refuse(out, a1_0, "", "is invalid");
        }
      }
      const p1_1 = v["retry_after"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "retry_after");
        if (!(((typeof p1_1 === 'number' && (typeof p1_1 !== 'number' || (p1_1 >= 0 && p1_1 <= 1000000000))) || typeof p1_1 === 'string' || (isObject(p1_1) && (!isObject(p1_1) || check12(p1_1, d)))))) refuse(out, a1_1, "", "is invalid");
      }
      const p1_2 = v["delay_ms"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "delay_ms");
        if (!(((Number.isInteger(p1_2) && (typeof p1_2 !== 'number' || (p1_2 >= 0 && p1_2 <= 600000))) || (isObject(p1_2) && (!isObject(p1_2) || check13(p1_2, d))) || (isObject(p1_2) && (!isObject(p1_2) || check14(p1_2, d)))))) refuse(out, a1_2, "", "is invalid");
      }
      const p1_3 = v["hold"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "hold");
        if (!(typeof p1_3 === 'boolean')) refuse(out, a1_3, "", "is invalid");
      }
      const p1_4 = v["bytes_per_second"];
      if (p1_4 !== undefined) {
        const a1_4 = below(at, "bytes_per_second");
        if (!(Number.isInteger(p1_4))) refuse(out, a1_4, "", "is invalid");
        else {
          if (!((typeof p1_4 !== 'number' || p1_4 >= 1))) refuse(out, a1_4, "", "is invalid");
        }
      }
      const p1_5 = v["hang_up"];
      if (p1_5 !== undefined) {
        const a1_5 = below(at, "hang_up");
        if (!(typeof p1_5 === 'string')) refuse(out, a1_5, "", "is invalid");
        else {
          if (!((p1_5 === "before" || p1_5 === "after"))) refuse(out, a1_5, "", "is not included in the list");
        }
      }
      const p1_6 = v["truncate_at"];
      if (p1_6 !== undefined) {
        const a1_6 = below(at, "truncate_at");
        if (!(Number.isInteger(p1_6))) refuse(out, a1_6, "", "is invalid");
        else {
          if (!((typeof p1_6 !== 'number' || p1_6 >= 0))) refuse(out, a1_6, "", "is invalid");
        }
      }
      const p1_7 = v["content_length"];
      if (p1_7 !== undefined) {
        const a1_7 = below(at, "content_length");
        if (!(Number.isInteger(p1_7))) refuse(out, a1_7, "", "is invalid");
        else {
          if (!((typeof p1_7 !== 'number' || p1_7 >= 0))) refuse(out, a1_7, "", "is invalid");
        }
      }
      const p1_8 = v["garbage"];
      if (p1_8 !== undefined) {
        const a1_8 = below(at, "garbage");
        if (!((typeof p1_8 === 'boolean' || (typeof p1_8 === 'string' && (typeof p1_8 !== 'string' || countPoints(p1_8) >= 1))))) refuse(out, a1_8, "", "is invalid");
      }
      const p1_10 = v["headers"];
      if (p1_10 !== undefined) {
        const a1_10 = below(at, "headers");
        if (!(isObject(p1_10))) refuse(out, a1_10, "", "is invalid");
      }
    }
  }
}

export function isClockOrder(v: unknown, d: Decoders = ANYTHING): v is Accepted['ClockOrder'] {
  return (isObject(v) && (!isObject(v) || check16(v, d)));
}

export function explainClockOrder(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
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
      const p1_1 = v["mode"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "mode");
        if (!((typeof p1_1 === 'string' || p1_1 === null))) refuse(out, a1_1, "", "is invalid");
        else {
          if (!((p1_1 === "system" || p1_1 === "frozen" || p1_1 === null))) refuse(out, a1_1, "", "is not included in the list");
        }
      }
      const p1_2 = v["now"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "now");
        if (!((typeof p1_2 === 'string' || p1_2 === null))) refuse(out, a1_2, "", "is invalid");
        else {
          if (!((typeof p1_2 !== 'string' || countPoints(p1_2) >= 1))) refuse(out, a1_2, "", "is invalid");
        }
      }
      const p1_3 = v["advance_ms"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "advance_ms");
        if (!(((Number.isInteger(p1_3) && (typeof p1_3 !== 'number' || (p1_3 >= 0 && p1_3 <= 10000000000000))) || (typeof p1_3 === 'string' && (p1_3 === "next-window")) || p1_3 === null))) refuse(out, a1_3, "", "is invalid");
      }
    }
  }
}

export function isReset(v: unknown, d: Decoders = ANYTHING): v is Accepted['Reset'] {
  return (isObject(v) && (!isObject(v) || check18(v, d)));
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
  return (typeof v === 'string' && (v === "state" || v === "journal" || v === "faults" || v === "clock" || v === "limits" || v === "settings"));
}

export function explainResetPart(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(typeof v === 'string')) refuse(out, at, "", "is invalid");
  else {
    if (!((v === "state" || v === "journal" || v === "faults" || v === "clock" || v === "limits" || v === "settings"))) refuse(out, at, "", "is not included in the list");
  }
}

/** Both questions that can be asked of a body. */
export type Check = {
  readonly is: (v: unknown, d?: Decoders) => boolean;
  readonly explain: (v: unknown, at: At, out: Violation[], d?: Decoders) => void;
};

/** Every check by the name of its schema. */
export const checks: Readonly<Record<string, Check>> = {
  CountOrder: { is: isCountOrder, explain: explainCountOrder },
  WaitOrder: { is: isWaitOrder, explain: explainWaitOrder },
  Names: { is: isNames, explain: explainNames },
  SettingsChange: { is: isSettingsChange, explain: explainSettingsChange },
  FeaturesChange: { is: isFeaturesChange, explain: explainFeaturesChange },
  FaultOrder: { is: isFaultOrder, explain: explainFaultOrder },
  TimelineStep: { is: isTimelineStep, explain: explainTimelineStep },
  TimelineFault: { is: isTimelineFault, explain: explainTimelineFault },
  FaultMatch: { is: isFaultMatch, explain: explainFaultMatch },
  FaultEffect: { is: isFaultEffect, explain: explainFaultEffect },
  ClockOrder: { is: isClockOrder, explain: explainClockOrder },
  Reset: { is: isReset, explain: explainReset },
  ResetPart: { is: isResetPart, explain: explainResetPart },
};

