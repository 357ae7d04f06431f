// Generated from push-api.yaml by `npm run generate`. Change that file, not this one.

import type { components } from './accepted.ts';

type Accepted = components['schemas'];

/** Decides what the schema leaves to a named decoder, or to a list of names; each sees only strings that are not blank. */
export type Decoders = {
  readonly address: (text: string) => boolean;
  readonly mailbox: (text: string) => boolean;
  readonly knows: (list: 'topics' | 'senders' | 'themes' | 'templates', name: string) => boolean;
};

/** Where in the body a value sits: as a JSON Pointer, and in words for the refusal text. */
export type At = { readonly pointer: string; readonly names: readonly string[] };

/** One failed check: where, and the text that the answer gives for it. */
export type Violation = { readonly pointer: string; readonly text: string };

export const ROOT: At = { pointer: '', names: [] };

const ANYTHING: Decoders = { address: () => true, mailbox: () => true, knows: () => true };

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
  for (const e of v) if (!(isUserRelationship(e, d))) return false;
  return true;
}

function check2(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!(isCompanyReference(e, d))) return false;
  return true;
}

function check3(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!(isPreference(e, d))) return false;
  return true;
}

function check4(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["identifier"];
  if (p0 !== undefined && !(isIdentifier(p0, d))) return false;
  const p1 = v["email"];
  if (p1 !== undefined && !(isEmail(p1, d))) return false;
  const p2 = v["identifiers"];
  if (p2 !== undefined && !(isIdentifiers(p2, d))) return false;
  const p3 = v["signed_up_at"];
  if (p3 !== undefined && !(isTimestamp(p3, d))) return false;
  const p4 = v["last_seen_at"];
  if (p4 !== undefined && !(isTimestamp(p4, d))) return false;
  const p5 = v["properties"];
  if (p5 !== undefined && !(isProperties(p5, d))) return false;
  const p6 = v["relationships"];
  if (p6 !== undefined && !(((Array.isArray(p6) || p6 === null) && (!Array.isArray(p6) || check1(p6, d))))) return false;
  const p7 = v["company"];
  if (p7 !== undefined && !(isCompanyReference(p7, d))) return false;
  const p8 = v["companies"];
  if (p8 !== undefined && !(((Array.isArray(p8) || p8 === null) && (!Array.isArray(p8) || check2(p8, d))))) return false;
  const p9 = v["preferences"];
  if (p9 !== undefined && !(((Array.isArray(p9) || p9 === null) && (!Array.isArray(p9) || check3(p9, d))))) return false;
  return true;
}

function check5(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["company"] === undefined) return false;
  const p0 = v["company"];
  if (p0 !== undefined && !(isGivenCompany(p0, d))) return false;
  return true;
}

function check6(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["company"];
  if (p0 !== undefined && !(isCompanyReference(p0, d))) return false;
  const p1 = v["user"];
  if (p1 !== undefined && !(isUserReference(p1, d))) return false;
  const p2 = v["properties"];
  if (p2 !== undefined && !(isProperties(p2, d))) return false;
  return true;
}

function check7(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["identifier"];
  if (p0 !== undefined && !(isIdentifier(p0, d))) return false;
  const p1 = v["email"];
  if (p1 !== undefined && !(isEmail(p1, d))) return false;
  const p2 = v["identifiers"];
  if (p2 !== undefined && !(isIdentifiers(p2, d))) return false;
  return true;
}

function check8(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["identifier"] === undefined) return false;
  const p0 = v["identifier"];
  if (p0 !== undefined && !(isGivenIdentifier(p0, d))) return false;
  return true;
}

function check9(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["email"] === undefined) return false;
  const p0 = v["email"];
  if (p0 !== undefined && !(isGivenText(p0, d))) return false;
  return true;
}

function check10(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["identifiers"] === undefined) return false;
  const p0 = v["identifiers"];
  if (p0 !== undefined && !(isNamesCustom(p0, d))) return false;
  return true;
}

function check11(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!(isCompanyRelationship(e, d))) return false;
  return true;
}

function check12(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!(isUserReference(e, d))) return false;
  return true;
}

function check13(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["identifier"];
  if (p0 !== undefined && !(isIdentifier(p0, d))) return false;
  const p1 = v["identifiers"];
  if (p1 !== undefined && !(isIdentifiers(p1, d))) return false;
  const p2 = v["name"];
  if (p2 !== undefined && !((typeof p2 === 'string' || p2 === null))) return false;
  const p3 = v["signed_up_at"];
  if (p3 !== undefined && !(isTimestamp(p3, d))) return false;
  const p4 = v["last_seen_at"];
  if (p4 !== undefined && !(isTimestamp(p4, d))) return false;
  const p5 = v["properties"];
  if (p5 !== undefined && !(isProperties(p5, d))) return false;
  const p6 = v["relationships"];
  if (p6 !== undefined && !(((Array.isArray(p6) || p6 === null) && (!Array.isArray(p6) || check11(p6, d))))) return false;
  const p7 = v["user"];
  if (p7 !== undefined && !(isUserReference(p7, d))) return false;
  const p8 = v["users"];
  if (p8 !== undefined && !(((Array.isArray(p8) || p8 === null) && (!Array.isArray(p8) || check12(p8, d))))) return false;
  return true;
}

function check14(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["user"] === undefined) return false;
  const p0 = v["user"];
  if (p0 !== undefined && !(isGivenUser(p0, d))) return false;
  return true;
}

function check15(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["user"];
  if (p0 !== undefined && !(isUserReference(p0, d))) return false;
  const p1 = v["company"];
  if (p1 !== undefined && !(isCompanyReference(p1, d))) return false;
  const p2 = v["properties"];
  if (p2 !== undefined && !(isProperties(p2, d))) return false;
  return true;
}

function check16(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["identifier"];
  if (p0 !== undefined && !(isIdentifier(p0, d))) return false;
  const p1 = v["identifiers"];
  if (p1 !== undefined && !(isIdentifiers(p1, d))) return false;
  return true;
}

function check17(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["user"];
  if (p0 !== undefined && !(isUserReference(p0, d))) return false;
  const p1 = v["company"];
  if (p1 !== undefined && !(isCompanyReference(p1, d))) return false;
  const p2 = v["properties"];
  if (p2 !== undefined && !(isProperties(p2, d))) return false;
  return true;
}

function check18(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["user"];
  if (p0 !== undefined && !(isUserMention(p0, d))) return false;
  const p1 = v["company"];
  if (p1 !== undefined && !(isCompanyMention(p1, d))) return false;
  return true;
}

function check19(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["name"] === undefined) return false;
  const p0 = v["name"];
  if (p0 !== undefined && !(isGivenText(p0, d))) return false;
  return true;
}

function check20(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["user"];
  if (p0 !== undefined && !(isUserReference(p0, d))) return false;
  const p1 = v["company"];
  if (p1 !== undefined && !(isCompanyReference(p1, d))) return false;
  const p2 = v["name"];
  if (p2 !== undefined && !(isText(p2, d))) return false;
  const p3 = v["occurred_at"];
  if (p3 !== undefined && !(isTimestamp(p3, d))) return false;
  const p4 = v["occured_at"];
  if (p4 !== undefined && !(isTimestamp(p4, d))) return false;
  const p5 = v["properties"];
  if (p5 !== undefined && !(isProperties(p5, d))) return false;
  return true;
}

function check21(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["to"] === undefined) return false;
  const p0 = v["to"];
  if (p0 !== undefined && !(isGivenRecipient(p0, d))) return false;
  return true;
}

function check22(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["channel"] === undefined) return false;
  const p0 = v["channel"];
  if (p0 !== undefined && !(p0 === "web")) return false;
  return true;
}

function check23(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["subject"] === undefined) return false;
  const p0 = v["subject"];
  if (p0 !== undefined && !(isGivenText(p0, d))) return false;
  return true;
}

function check24(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["body"] === undefined) return false;
  const p0 = v["body"];
  if (p0 !== undefined && !(isGivenBody(p0, d))) return false;
  return true;
}

function check25(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["template"] === undefined) return false;
  const p0 = v["template"];
  if (p0 !== undefined && !(isGivenText(p0, d))) return false;
  return true;
}

function check26(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["user"];
  if (p0 !== undefined && !(isUserReference(p0, d))) return false;
  const p1 = v["company"];
  if (p1 !== undefined && !(isCompanyReference(p1, d))) return false;
  const p2 = v["template"];
  if (p2 !== undefined && !(isText(p2, d))) return false;
  const p3 = v["properties"];
  if (p3 !== undefined && !(isProperties(p3, d))) return false;
  const p4 = v["channel"];
  if (p4 !== undefined && !(isChannel(p4, d))) return false;
  const p5 = v["to"];
  if (p5 !== undefined && !(isMailboxes(p5, d))) return false;
  const p6 = v["from"];
  if (p6 !== undefined && !(isMailboxes(p6, d))) return false;
  const p7 = v["reply_to"];
  if (p7 !== undefined && !(isMailboxes(p7, d))) return false;
  const p8 = v["subject"];
  if (p8 !== undefined && !(isText(p8, d))) return false;
  const p9 = v["preheader"];
  if (p9 !== undefined && !(isText(p9, d))) return false;
  const p10 = v["body"];
  if (p10 !== undefined && !(isMessageBody(p10, d))) return false;
  const p11 = v["sender"];
  if (p11 !== undefined && !(isText(p11, d))) return false;
  const p12 = v["theme"];
  if (p12 !== undefined && !(isTheme(p12, d))) return false;
  const p13 = v["topic"];
  if (p13 !== undefined && !(isText(p13, d))) return false;
  return true;
}

function check27(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["template"];
  if (p0 !== undefined && !((typeof p0 !== 'string' || (!INK.test(p0) || d.knows("templates", p0))))) return false;
  return true;
}

function check28(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["sender"];
  if (p0 !== undefined && !((typeof p0 !== 'string' || (!INK.test(p0) || d.knows("senders", p0))))) return false;
  return true;
}

function check29(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["theme"];
  if (p0 !== undefined && !((typeof p0 !== 'string' || (!INK.test(p0) || d.knows("themes", p0))))) return false;
  return true;
}

function check30(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["topic"];
  if (p0 !== undefined && !((typeof p0 !== 'string' || (!INK.test(p0) || d.knows("topics", p0))))) return false;
  return true;
}

function check31(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["type"] === undefined) return false;
  const p0 = v["type"];
  if (p0 !== undefined && !((p0 === "html" || p0 === "text" || p0 === "multipart"))) return false;
  return true;
}

function check33(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!(isMessagePart(e, d))) return false;
  return true;
}

function check32(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["content"] === undefined) return false;
  const p0 = v["content"];
  if (p0 !== undefined && !((Array.isArray(p0) && (!Array.isArray(p0) || check33(p0, d))))) return false;
  return true;
}

function check34(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["content"] === undefined) return false;
  const p0 = v["content"];
  if (p0 !== undefined && !(typeof p0 === 'string')) return false;
  return true;
}

function check35(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["type"] === undefined) return false;
  const p0 = v["type"];
  if (p0 !== undefined && !((p0 === "html" || p0 === "text"))) return false;
  return true;
}

function check36(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["type"] === undefined) return false;
  const p0 = v["type"];
  if (p0 !== undefined && !(p0 === "multipart")) return false;
  return true;
}

function check37(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["type"] === undefined) return false;
  if (v["content"] === undefined) return false;
  const p0 = v["type"];
  if (p0 !== undefined && !((typeof p0 === 'string' && (p0 === "html" || p0 === "text")))) return false;
  const p1 = v["content"];
  if (p1 !== undefined && !(typeof p1 === 'string')) return false;
  return true;
}

function check38(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["topic"] === undefined) return false;
  const p0 = v["topic"];
  if (p0 !== undefined && !((typeof p0 === 'string' && (typeof p0 !== 'string' || (INK.test(p0) && (!INK.test(p0) || d.knows("topics", p0))))))) return false;
  return true;
}

function check39(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["subscribed"] === undefined) return false;
  const p0 = v["subscribed"];
  if (p0 !== undefined && !(typeof p0 === 'boolean')) return false;
  return true;
}

function check40(v: Record<string, unknown>, d: Decoders): boolean {
  const p0 = v["scope"];
  if (p0 !== undefined && !((typeof p0 === 'string' || p0 === null))) return false;
  const p1 = v["identifier"];
  if (p1 !== undefined && !(isIdentifier(p1, d))) return false;
  return true;
}

function check41(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!((isObject(e) && (!isObject(e) || check40(e, d))))) return false;
  return true;
}

function check43(v: Record<string, unknown>, d: Decoders): boolean {
  if (v["scope"] === undefined) return false;
  if (v["identifier"] === undefined) return false;
  const p0 = v["scope"];
  if (p0 !== undefined && !(p0 === "custom")) return false;
  const p1 = v["identifier"];
  if (p1 !== undefined && !(isGivenIdentifier(p1, d))) return false;
  return true;
}

function check42(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if ((isObject(e) && (!isObject(e) || check43(e, d)))) return true;
  return false;
}

function check44(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (!((typeof e === 'string' && (typeof e !== 'string' || (!INK.test(e) || d.mailbox(e)))))) return false;
  return true;
}

function check45(v: readonly unknown[], d: Decoders): boolean {
  for (const e of v) if (isGivenText(e, d)) return true;
  return false;
}

export function isUser(v: unknown, d: Decoders = ANYTHING): v is Accepted['User'] {
  return (isObject(v) && isNamesUser(v, d) && isUserAttributes(v, d));
}

export function explainUser(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!(isNamesUser(v, d))) { refuse(out, at, "identifier", "can't be blank"); refuse(out, at, "email", "can't be blank"); }
    explainUserAttributes(v, at, out, d);
  }
}

export function isUserAttributes(v: unknown, d: Decoders = ANYTHING): v is Accepted['UserAttributes'] {
  return (isObject(v) && (!isObject(v) || check4(v, d)));
}

export function explainUserAttributes(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["identifier"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "identifier");
        explainIdentifier(p1_0, a1_0, out, d);
      }
      const p1_1 = v["email"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "email");
        explainEmail(p1_1, a1_1, out, d);
      }
      const p1_2 = v["identifiers"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "identifiers");
        explainIdentifiers(p1_2, a1_2, out, d);
      }
      const p1_3 = v["signed_up_at"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "signed_up_at");
        explainTimestamp(p1_3, a1_3, out, d);
      }
      const p1_4 = v["last_seen_at"];
      if (p1_4 !== undefined) {
        const a1_4 = below(at, "last_seen_at");
        explainTimestamp(p1_4, a1_4, out, d);
      }
      const p1_5 = v["properties"];
      if (p1_5 !== undefined) {
        const a1_5 = below(at, "properties");
        explainProperties(p1_5, a1_5, out, d);
      }
      const p1_6 = v["relationships"];
      if (p1_6 !== undefined) {
        const a1_6 = below(at, "relationships");
        if (!((Array.isArray(p1_6) || p1_6 === null))) refuse(out, a1_6, "", "is invalid");
        if (Array.isArray(p1_6)) {
          for (const [i2, e2] of (p1_6 as unknown[]).entries()) {
            const a2 = entry(a1_6, i2);
            explainUserRelationship(e2, a2, out, d);
          }
        }
      }
      const p1_7 = v["company"];
      if (p1_7 !== undefined) {
        const a1_7 = below(at, "company");
        explainCompanyReference(p1_7, a1_7, out, d);
      }
      const p1_8 = v["companies"];
      if (p1_8 !== undefined) {
        const a1_8 = below(at, "companies");
        if (!((Array.isArray(p1_8) || p1_8 === null))) refuse(out, a1_8, "", "is invalid");
        if (Array.isArray(p1_8)) {
          for (const [i2, e2] of (p1_8 as unknown[]).entries()) {
            const a2 = entry(a1_8, i2);
            explainCompanyReference(e2, a2, out, d);
          }
        }
      }
      const p1_9 = v["preferences"];
      if (p1_9 !== undefined) {
        const a1_9 = below(at, "preferences");
        if (!((Array.isArray(p1_9) || p1_9 === null))) refuse(out, a1_9, "", "is invalid");
        if (Array.isArray(p1_9)) {
          for (const [i2, e2] of (p1_9 as unknown[]).entries()) {
            const a2 = entry(a1_9, i2);
            explainPreference(e2, a2, out, d);
          }
        }
      }
    }
  }
}

export function isUserRelationship(v: unknown, d: Decoders = ANYTHING): v is Accepted['UserRelationship'] {
  return (isObject(v) && (!isObject(v) || check6(v, d)) && (!isObject(v) || check5(v, d)));
}

export function explainUserRelationship(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!((!isObject(v) || check5(v, d)))) { refuse(out, at, "company", "must exist"); }
    if (isObject(v)) {
      const p1_0 = v["company"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "company");
        explainCompanyReference(p1_0, a1_0, out, d);
      }
      const p1_1 = v["user"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "user");
        explainUserReference(p1_1, a1_1, out, d);
      }
      const p1_2 = v["properties"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "properties");
        explainProperties(p1_2, a1_2, out, d);
      }
    }
  }
}

export function isUserReference(v: unknown, d: Decoders = ANYTHING): v is Accepted['UserReference'] {
  return (((typeof v === 'string' || typeof v === 'number' || isObject(v)) || v === null) && ((isObject(v) && (!isObject(v) || countKeys(v) >= 1)) ? (isNamesUser(v, d) && isUserAttributes(v, d)) : true));
}

export function explainUserReference(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(((typeof v === 'string' || typeof v === 'number' || isObject(v)) || v === null))) refuse(out, at, "", "is invalid");
  if ((isObject(v) && (!isObject(v) || countKeys(v) >= 1))) {
    if (!(isNamesUser(v, d))) { refuse(out, at, "", "must exist"); }
    explainUserAttributes(v, at, out, d);
  } else {

  }
}

export function isUserDeletion(v: unknown, d: Decoders = ANYTHING): v is Accepted['UserDeletion'] {
  return (isObject(v) && isNamesUser(v, d) && isUserIdentity(v, d));
}

export function explainUserDeletion(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!(isNamesUser(v, d))) { refuse(out, at, "identifier", "can't be blank"); refuse(out, at, "email", "can't be blank"); }
    explainUserIdentity(v, at, out, d);
  }
}

export function isUserMention(v: unknown, d: Decoders = ANYTHING): v is Accepted['UserMention'] {
  return (((typeof v === 'string' || typeof v === 'number' || isObject(v)) || v === null) && ((isObject(v) && (!isObject(v) || countKeys(v) >= 1)) ? (isNamesUser(v, d) && isUserIdentity(v, d)) : true));
}

export function explainUserMention(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(((typeof v === 'string' || typeof v === 'number' || isObject(v)) || v === null))) refuse(out, at, "", "is invalid");
  if ((isObject(v) && (!isObject(v) || countKeys(v) >= 1))) {
    if (!(isNamesUser(v, d))) { refuse(out, at, "", "must exist"); }
    explainUserIdentity(v, at, out, d);
  } else {

  }
}

export function isUserIdentity(v: unknown, d: Decoders = ANYTHING): v is Accepted['UserIdentity'] {
  return (isObject(v) && (!isObject(v) || check7(v, d)));
}

export function explainUserIdentity(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["identifier"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "identifier");
        explainIdentifier(p1_0, a1_0, out, d);
      }
      const p1_1 = v["email"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "email");
        explainEmail(p1_1, a1_1, out, d);
      }
      const p1_2 = v["identifiers"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "identifiers");
        explainIdentifiers(p1_2, a1_2, out, d);
      }
    }
  }
}

export function isNamesUser(v: unknown, d: Decoders = ANYTHING): v is Accepted['NamesUser'] {
  return ((isObject(v) && (!isObject(v) || check8(v, d))) || (isObject(v) && (!isObject(v) || check9(v, d))) || (isObject(v) && (!isObject(v) || check10(v, d))));
}

export function explainNamesUser(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(((isObject(v) && (!isObject(v) || check8(v, d))) || (isObject(v) && (!isObject(v) || check9(v, d))) || (isObject(v) && (!isObject(v) || check10(v, d)))))) refuse(out, at, "", "is invalid");
}

export function isCompany(v: unknown, d: Decoders = ANYTHING): v is Accepted['Company'] {
  return (isObject(v) && isNamesCompany(v, d) && isCompanyAttributes(v, d));
}

export function explainCompany(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!(isNamesCompany(v, d))) { refuse(out, at, "identifier", "can't be blank"); }
    explainCompanyAttributes(v, at, out, d);
  }
}

export function isCompanyAttributes(v: unknown, d: Decoders = ANYTHING): v is Accepted['CompanyAttributes'] {
  return (isObject(v) && (!isObject(v) || check13(v, d)));
}

export function explainCompanyAttributes(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["identifier"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "identifier");
        explainIdentifier(p1_0, a1_0, out, d);
      }
      const p1_1 = v["identifiers"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "identifiers");
        explainIdentifiers(p1_1, a1_1, out, d);
      }
      const p1_2 = v["name"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "name");
        if (!((typeof p1_2 === 'string' || p1_2 === null))) refuse(out, a1_2, "", "is invalid");
      }
      const p1_3 = v["signed_up_at"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "signed_up_at");
        explainTimestamp(p1_3, a1_3, out, d);
      }
      const p1_4 = v["last_seen_at"];
      if (p1_4 !== undefined) {
        const a1_4 = below(at, "last_seen_at");
        explainTimestamp(p1_4, a1_4, out, d);
      }
      const p1_5 = v["properties"];
      if (p1_5 !== undefined) {
        const a1_5 = below(at, "properties");
        explainProperties(p1_5, a1_5, out, d);
      }
      const p1_6 = v["relationships"];
      if (p1_6 !== undefined) {
        const a1_6 = below(at, "relationships");
        if (!((Array.isArray(p1_6) || p1_6 === null))) refuse(out, a1_6, "", "is invalid");
        if (Array.isArray(p1_6)) {
          for (const [i2, e2] of (p1_6 as unknown[]).entries()) {
            const a2 = entry(a1_6, i2);
            explainCompanyRelationship(e2, a2, out, d);
          }
        }
      }
      const p1_7 = v["user"];
      if (p1_7 !== undefined) {
        const a1_7 = below(at, "user");
        explainUserReference(p1_7, a1_7, out, d);
      }
      const p1_8 = v["users"];
      if (p1_8 !== undefined) {
        const a1_8 = below(at, "users");
        if (!((Array.isArray(p1_8) || p1_8 === null))) refuse(out, a1_8, "", "is invalid");
        if (Array.isArray(p1_8)) {
          for (const [i2, e2] of (p1_8 as unknown[]).entries()) {
            const a2 = entry(a1_8, i2);
            explainUserReference(e2, a2, out, d);
          }
        }
      }
    }
  }
}

export function isCompanyRelationship(v: unknown, d: Decoders = ANYTHING): v is Accepted['CompanyRelationship'] {
  return (isObject(v) && (!isObject(v) || check15(v, d)) && (!isObject(v) || check14(v, d)));
}

export function explainCompanyRelationship(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!((!isObject(v) || check14(v, d)))) { refuse(out, at, "user", "must exist"); }
    if (isObject(v)) {
      const p1_0 = v["user"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "user");
        explainUserReference(p1_0, a1_0, out, d);
      }
      const p1_1 = v["company"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "company");
        explainCompanyReference(p1_1, a1_1, out, d);
      }
      const p1_2 = v["properties"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "properties");
        explainProperties(p1_2, a1_2, out, d);
      }
    }
  }
}

export function isCompanyReference(v: unknown, d: Decoders = ANYTHING): v is Accepted['CompanyReference'] {
  return (((typeof v === 'string' || typeof v === 'number' || isObject(v)) || v === null) && ((isObject(v) && (!isObject(v) || countKeys(v) >= 1)) ? (isNamesCompany(v, d) && isCompanyAttributes(v, d)) : true));
}

export function explainCompanyReference(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(((typeof v === 'string' || typeof v === 'number' || isObject(v)) || v === null))) refuse(out, at, "", "is invalid");
  if ((isObject(v) && (!isObject(v) || countKeys(v) >= 1))) {
    if (!(isNamesCompany(v, d))) { refuse(out, at, "", "must exist"); }
    explainCompanyAttributes(v, at, out, d);
  } else {

  }
}

export function isCompanyDeletion(v: unknown, d: Decoders = ANYTHING): v is Accepted['CompanyDeletion'] {
  return (isObject(v) && isNamesCompany(v, d) && isCompanyIdentity(v, d));
}

export function explainCompanyDeletion(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!(isNamesCompany(v, d))) { refuse(out, at, "identifier", "can't be blank"); }
    explainCompanyIdentity(v, at, out, d);
  }
}

export function isCompanyMention(v: unknown, d: Decoders = ANYTHING): v is Accepted['CompanyMention'] {
  return (((typeof v === 'string' || typeof v === 'number' || isObject(v)) || v === null) && ((isObject(v) && (!isObject(v) || countKeys(v) >= 1)) ? (isNamesCompany(v, d) && isCompanyIdentity(v, d)) : true));
}

export function explainCompanyMention(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(((typeof v === 'string' || typeof v === 'number' || isObject(v)) || v === null))) refuse(out, at, "", "is invalid");
  if ((isObject(v) && (!isObject(v) || countKeys(v) >= 1))) {
    if (!(isNamesCompany(v, d))) { refuse(out, at, "", "must exist"); }
    explainCompanyIdentity(v, at, out, d);
  } else {

  }
}

export function isCompanyIdentity(v: unknown, d: Decoders = ANYTHING): v is Accepted['CompanyIdentity'] {
  return (isObject(v) && (!isObject(v) || check16(v, d)));
}

export function explainCompanyIdentity(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v)) {
      const p1_0 = v["identifier"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "identifier");
        explainIdentifier(p1_0, a1_0, out, d);
      }
      const p1_1 = v["identifiers"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "identifiers");
        explainIdentifiers(p1_1, a1_1, out, d);
      }
    }
  }
}

export function isNamesCompany(v: unknown, d: Decoders = ANYTHING): v is Accepted['NamesCompany'] {
  return ((isObject(v) && (!isObject(v) || check8(v, d))) || (isObject(v) && (!isObject(v) || check10(v, d))));
}

export function explainNamesCompany(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(((isObject(v) && (!isObject(v) || check8(v, d))) || (isObject(v) && (!isObject(v) || check10(v, d)))))) refuse(out, at, "", "is invalid");
}

export function isRelationship(v: unknown, d: Decoders = ANYTHING): v is Accepted['Relationship'] {
  return (isObject(v) && (!isObject(v) || check17(v, d)) && (!isObject(v) || check14(v, d)) && (!isObject(v) || check5(v, d)));
}

export function explainRelationship(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!((!isObject(v) || check14(v, d)))) { refuse(out, at, "user", "must exist"); }
    if (!((!isObject(v) || check5(v, d)))) { refuse(out, at, "company", "must exist"); }
    if (isObject(v)) {
      const p1_0 = v["user"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "user");
        explainUserReference(p1_0, a1_0, out, d);
      }
      const p1_1 = v["company"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "company");
        explainCompanyReference(p1_1, a1_1, out, d);
      }
      const p1_2 = v["properties"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "properties");
        explainProperties(p1_2, a1_2, out, d);
      }
    }
  }
}

export function isRelationshipDeletion(v: unknown, d: Decoders = ANYTHING): v is Accepted['RelationshipDeletion'] {
  return (isObject(v) && (!isObject(v) || check18(v, d)) && (!isObject(v) || check14(v, d)) && (!isObject(v) || check5(v, d)));
}

export function explainRelationshipDeletion(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!((!isObject(v) || check14(v, d)))) { refuse(out, at, "user", "must exist"); }
    if (!((!isObject(v) || check5(v, d)))) { refuse(out, at, "company", "must exist"); }
    if (isObject(v)) {
      const p1_0 = v["user"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "user");
        explainUserMention(p1_0, a1_0, out, d);
      }
      const p1_1 = v["company"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "company");
        explainCompanyMention(p1_1, a1_1, out, d);
      }
    }
  }
}

export function isEvent(v: unknown, d: Decoders = ANYTHING): v is Accepted['Event'] {
  return (isObject(v) && (!isObject(v) || check20(v, d)) && ((isObject(v) && (!isObject(v) || check14(v, d))) || (isObject(v) && (!isObject(v) || check5(v, d)))) && (!isObject(v) || check19(v, d)));
}

export function explainEvent(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!(((isObject(v) && (!isObject(v) || check14(v, d))) || (isObject(v) && (!isObject(v) || check5(v, d)))))) { refuse(out, at, "user", "must exist"); }
    if (!((!isObject(v) || check19(v, d)))) { refuse(out, at, "name", "can't be blank"); }
    if (isObject(v)) {
      const p1_0 = v["user"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "user");
        explainUserReference(p1_0, a1_0, out, d);
      }
      const p1_1 = v["company"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "company");
        explainCompanyReference(p1_1, a1_1, out, d);
      }
      const p1_2 = v["name"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "name");
        explainText(p1_2, a1_2, out, d);
      }
      const p1_3 = v["occurred_at"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "occurred_at");
        explainTimestamp(p1_3, a1_3, out, d);
      }
      const p1_4 = v["occured_at"];
      if (p1_4 !== undefined) {
        const a1_4 = below(at, "occured_at");
        explainTimestamp(p1_4, a1_4, out, d);
      }
      const p1_5 = v["properties"];
      if (p1_5 !== undefined) {
        const a1_5 = below(at, "properties");
        explainProperties(p1_5, a1_5, out, d);
      }
    }
  }
}

export function isMessage(v: unknown, d: Decoders = ANYTHING): v is Accepted['Message'] {
  return (isObject(v) && (!isObject(v) || check26(v, d)) && ((!isObject(v) || check22(v, d)) ? ((!isObject(v) || check14(v, d)) && isNamesInAccount(v, d) && !((!isObject(v) || check21(v, d)))) : (((!isObject(v) || check14(v, d)) || (!isObject(v) || check21(v, d))) && isNamesInAccount(v, d))) && ((!isObject(v) || check25(v, d)) ? true : ((!isObject(v) || check23(v, d)) && (!isObject(v) || check24(v, d)))));
}

export function explainMessage(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if ((!isObject(v) || check22(v, d))) {
      if (!((!isObject(v) || check14(v, d)))) { refuse(out, at, "user", "must exist"); }
      explainNamesInAccount(v, at, out, d);
      if (!(!((!isObject(v) || check21(v, d))))) { refuse(out, at, "to", "must be blank"); }
    } else {
      if (!(((!isObject(v) || check14(v, d)) || (!isObject(v) || check21(v, d))))) { refuse(out, at, "user", "must exist"); }
      explainNamesInAccount(v, at, out, d);
    }
    if ((!isObject(v) || check25(v, d))) {

    } else {
      if (!((!isObject(v) || check23(v, d)))) { refuse(out, at, "subject", "can't be blank"); }
      if (!((!isObject(v) || check24(v, d)))) { refuse(out, at, "body", "can't be blank"); }
    }
    if (isObject(v)) {
      const p1_0 = v["user"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "user");
        explainUserReference(p1_0, a1_0, out, d);
      }
      const p1_1 = v["company"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "company");
        explainCompanyReference(p1_1, a1_1, out, d);
      }
      const p1_2 = v["template"];
      if (p1_2 !== undefined) {
        const a1_2 = below(at, "template");
        explainText(p1_2, a1_2, out, d);
      }
      const p1_3 = v["properties"];
      if (p1_3 !== undefined) {
        const a1_3 = below(at, "properties");
        explainProperties(p1_3, a1_3, out, d);
      }
      const p1_4 = v["channel"];
      if (p1_4 !== undefined) {
        const a1_4 = below(at, "channel");
        explainChannel(p1_4, a1_4, out, d);
      }
      const p1_5 = v["to"];
      if (p1_5 !== undefined) {
        const a1_5 = below(at, "to");
        explainMailboxes(p1_5, a1_5, out, d);
      }
      const p1_6 = v["from"];
      if (p1_6 !== undefined) {
        const a1_6 = below(at, "from");
        explainMailboxes(p1_6, a1_6, out, d);
      }
      const p1_7 = v["reply_to"];
      if (p1_7 !== undefined) {
        const a1_7 = below(at, "reply_to");
        explainMailboxes(p1_7, a1_7, out, d);
      }
      const p1_8 = v["subject"];
      if (p1_8 !== undefined) {
        const a1_8 = below(at, "subject");
        explainText(p1_8, a1_8, out, d);
      }
      const p1_9 = v["preheader"];
      if (p1_9 !== undefined) {
        const a1_9 = below(at, "preheader");
        explainText(p1_9, a1_9, out, d);
      }
      const p1_10 = v["body"];
      if (p1_10 !== undefined) {
        const a1_10 = below(at, "body");
        explainMessageBody(p1_10, a1_10, out, d);
      }
      const p1_11 = v["sender"];
      if (p1_11 !== undefined) {
        const a1_11 = below(at, "sender");
        explainText(p1_11, a1_11, out, d);
      }
      const p1_12 = v["theme"];
      if (p1_12 !== undefined) {
        const a1_12 = below(at, "theme");
        explainTheme(p1_12, a1_12, out, d);
      }
      const p1_13 = v["topic"];
      if (p1_13 !== undefined) {
        const a1_13 = below(at, "topic");
        explainText(p1_13, a1_13, out, d);
      }
    }
  }
}

export function isNamesInAccount(v: unknown, d: Decoders = ANYTHING): v is Accepted['NamesInAccount'] {
  return ((!isObject(v) || check27(v, d)) && (!isObject(v) || check28(v, d)) && (!isObject(v) || check29(v, d)) && (!isObject(v) || check30(v, d)));
}

export function explainNamesInAccount(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((!isObject(v) || check27(v, d)))) { refuse(out, at, "template", "must exist"); }
  if (!((!isObject(v) || check28(v, d)))) { refuse(out, at, "sender", "must exist"); }
  if (!((!isObject(v) || check29(v, d)))) { refuse(out, at, "theme", "must exist"); }
  if (!((!isObject(v) || check30(v, d)))) { refuse(out, at, "topic", "must exist"); }
}

export function isMessageBody(v: unknown, d: Decoders = ANYTHING): v is Accepted['MessageBody'] {
  return ((isObject(v) || v === null) && ((isObject(v) && (!isObject(v) || countKeys(v) >= 1)) ? ((!isObject(v) || check31(v, d)) && ((!isObject(v) || check36(v, d)) ? (!isObject(v) || check32(v, d)) : ((!isObject(v) || check35(v, d)) ? (!isObject(v) || check34(v, d)) : true))) : true));
}

export function explainMessageBody(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((isObject(v) || v === null))) refuse(out, at, "", "is invalid");
  if ((isObject(v) && (!isObject(v) || countKeys(v) >= 1))) {
    if (!((!isObject(v) || check31(v, d)))) { refuse(out, at, "type", "is not included in the list"); }
    if (!(((!isObject(v) || check36(v, d)) ? (!isObject(v) || check32(v, d)) : ((!isObject(v) || check35(v, d)) ? (!isObject(v) || check34(v, d)) : true)))) { refuse(out, at, "content", "is invalid"); }
  } else {

  }
}

export function isMessagePart(v: unknown, d: Decoders = ANYTHING): v is Accepted['MessagePart'] {
  return (isObject(v) && (!isObject(v) || check37(v, d)));
}

export function explainMessagePart(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (isObject(v) && v["type"] === undefined) refuse(out, at, "type", "can't be blank");
    if (isObject(v) && v["content"] === undefined) refuse(out, at, "content", "can't be blank");
    if (isObject(v)) {
      const p1_0 = v["type"];
      if (p1_0 !== undefined) {
        const a1_0 = below(at, "type");
        if (!(typeof p1_0 === 'string')) refuse(out, a1_0, "", "is invalid");
        else {
          if (!((p1_0 === "html" || p1_0 === "text"))) refuse(out, a1_0, "", "is not included in the list");
        }
      }
      const p1_1 = v["content"];
      if (p1_1 !== undefined) {
        const a1_1 = below(at, "content");
        if (!(typeof p1_1 === 'string')) refuse(out, a1_1, "", "is invalid");
      }
    }
  }
}

export function isChannel(v: unknown, d: Decoders = ANYTHING): v is Accepted['Channel'] {
  return ((typeof v === 'string' && (v === "email" || v === "web")) || v === null);
}

export function explainChannel(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(((typeof v === 'string' && (v === "email" || v === "web")) || v === null))) { refuse(out, at, "", "is not included in the list"); }
}

export function isTheme(v: unknown, d: Decoders = ANYTHING): v is Accepted['Theme'] {
  return (typeof v === 'string' || v === false || v === null);
}

export function explainTheme(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((typeof v === 'string' || v === false || v === null))) refuse(out, at, "", "is invalid");
}

export function isPreference(v: unknown, d: Decoders = ANYTHING): v is Accepted['Preference'] {
  return (isObject(v) && (!isObject(v) || check38(v, d)) && (!isObject(v) || check39(v, d)));
}

export function explainPreference(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(isObject(v))) refuse(out, at, "", "is invalid");
  else {
    if (!((!isObject(v) || check38(v, d)))) { refuse(out, at, "topic", "must exist"); }
    if (!((!isObject(v) || check39(v, d)))) { refuse(out, at, "subscribed", "is not included in the list"); }
  }
}

export function isProperties(v: unknown, d: Decoders = ANYTHING): v is Accepted['Properties'] {
  return (isObject(v) || ((Array.isArray(v) || v === null) && (!Array.isArray(v) || v.length <= 0)));
}

export function explainProperties(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((isObject(v) || ((Array.isArray(v) || v === null) && (!Array.isArray(v) || v.length <= 0))))) refuse(out, at, "", "is invalid");
}

export function isIdentifier(v: unknown, d: Decoders = ANYTHING): v is Accepted['Identifier'] {
  return ((typeof v === 'string' || typeof v === 'number') || v === null);
}

export function explainIdentifier(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(((typeof v === 'string' || typeof v === 'number') || v === null))) refuse(out, at, "", "is invalid");
}

export function isIdentifiers(v: unknown, d: Decoders = ANYTHING): v is Accepted['Identifiers'] {
  return ((Array.isArray(v) || v === null) && (!Array.isArray(v) || check41(v, d)));
}

export function explainIdentifiers(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((Array.isArray(v) || v === null))) refuse(out, at, "", "is invalid");
  else {
    if (Array.isArray(v)) {
      for (const [i1, e1] of (v as unknown[]).entries()) {
        const a1 = entry(at, i1);
        if (!(isObject(e1))) refuse(out, a1, "", "is invalid");
        else {
          if (isObject(e1)) {
            const p2_0 = e1["scope"];
            if (p2_0 !== undefined) {
              const a2_0 = below(a1, "scope");
              if (!((typeof p2_0 === 'string' || p2_0 === null))) refuse(out, a2_0, "", "is invalid");
            }
            const p2_1 = e1["identifier"];
            if (p2_1 !== undefined) {
              const a2_1 = below(a1, "identifier");
              explainIdentifier(p2_1, a2_1, out, d);
            }
          }
        }
      }
    }
  }
}

export function isNamesCustom(v: unknown, d: Decoders = ANYTHING): v is Accepted['NamesCustom'] {
  return (Array.isArray(v) && (!Array.isArray(v) || check42(v, d)));
}

export function explainNamesCustom(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!(Array.isArray(v))) refuse(out, at, "", "is invalid");
  else {
    if (!((!Array.isArray(v) || check42(v, d)))) refuse(out, at, "", "is invalid");
  }
}

export function isEmail(v: unknown, d: Decoders = ANYTHING): v is Accepted['Email'] {
  return ((typeof v === 'string' || v === null) && (typeof v !== 'string' || (!INK.test(v) || d.address(v))));
}

export function explainEmail(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((typeof v === 'string' || v === null))) refuse(out, at, "", "is invalid");
  else {
    if (!((typeof v !== 'string' || (!INK.test(v) || d.address(v))))) refuse(out, at, "", "is invalid");
  }
}

export function isMailboxes(v: unknown, d: Decoders = ANYTHING): v is Accepted['Mailboxes'] {
  return ((typeof v === 'string' || Array.isArray(v) || v === null) && (typeof v !== 'string' || (!INK.test(v) || d.mailbox(v))) && (!Array.isArray(v) || check44(v, d)));
}

export function explainMailboxes(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((typeof v !== 'string' || (!INK.test(v) || d.mailbox(v))))) refuse(out, at, "", "is invalid");
  if (!((typeof v === 'string' || Array.isArray(v) || v === null))) refuse(out, at, "", "is invalid");
  if (Array.isArray(v)) {
    for (const [i1, e1] of (v as unknown[]).entries()) {
      const a1 = entry(at, i1);
      if (!(typeof e1 === 'string')) refuse(out, a1, "", "is invalid");
      else {
        if (!((typeof e1 !== 'string' || (!INK.test(e1) || d.mailbox(e1))))) refuse(out, a1, "", "is invalid");
      }
    }
  }
}

export function isText(v: unknown, d: Decoders = ANYTHING): v is Accepted['Text'] {
  return (typeof v === 'string' || v === null);
}

export function explainText(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((typeof v === 'string' || v === null))) refuse(out, at, "", "is invalid");
}

export function isTimestamp(v: unknown, d: Decoders = ANYTHING): v is Accepted['Timestamp'] {
  return true;
}

export function explainTimestamp(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {

}

export function isGiven(v: unknown, d: Decoders = ANYTHING): v is Accepted['Given'] {
  return ((typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' || isObject(v) || Array.isArray(v)) && (typeof v !== 'string' || INK.test(v)) && (!isObject(v) || countKeys(v) >= 1));
}

export function explainGiven(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' || isObject(v) || Array.isArray(v)))) refuse(out, at, "", "is invalid");
  else {
    if (!((typeof v !== 'string' || INK.test(v)))) refuse(out, at, "", "is invalid");
    if (!((!isObject(v) || countKeys(v) >= 1))) refuse(out, at, "", "is invalid");
  }
}

export function isGivenUser(v: unknown, d: Decoders = ANYTHING): v is Accepted['GivenUser'] {
  return isGiven(v, d);
}

export function explainGivenUser(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  explainGiven(v, at, out, d);
}

export function isGivenCompany(v: unknown, d: Decoders = ANYTHING): v is Accepted['GivenCompany'] {
  return isGiven(v, d);
}

export function explainGivenCompany(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  explainGiven(v, at, out, d);
}

export function isGivenIdentifier(v: unknown, d: Decoders = ANYTHING): v is Accepted['GivenIdentifier'] {
  return ((typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' || isObject(v) || Array.isArray(v)) && (typeof v !== 'string' || INK.test(v)));
}

export function explainGivenIdentifier(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' || isObject(v) || Array.isArray(v)))) refuse(out, at, "", "is invalid");
  else {
    if (!((typeof v !== 'string' || INK.test(v)))) refuse(out, at, "", "is invalid");
  }
}

export function isGivenText(v: unknown, d: Decoders = ANYTHING): v is Accepted['GivenText'] {
  return ((typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' || isObject(v) || Array.isArray(v)) && (typeof v !== 'string' || INK.test(v)));
}

export function explainGivenText(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' || isObject(v) || Array.isArray(v)))) refuse(out, at, "", "is invalid");
  else {
    if (!((typeof v !== 'string' || INK.test(v)))) refuse(out, at, "", "is invalid");
  }
}

export function isGivenBody(v: unknown, d: Decoders = ANYTHING): v is Accepted['GivenBody'] {
  return ((typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' || isObject(v) || Array.isArray(v)) && (!isObject(v) || countKeys(v) >= 1));
}

export function explainGivenBody(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' || isObject(v) || Array.isArray(v)))) refuse(out, at, "", "is invalid");
  else {
    if (!((!isObject(v) || countKeys(v) >= 1))) refuse(out, at, "", "is invalid");
  }
}

export function isGivenRecipient(v: unknown, d: Decoders = ANYTHING): v is Accepted['GivenRecipient'] {
  return ((typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' || isObject(v) || Array.isArray(v)) && (typeof v !== 'string' || INK.test(v)) && (!Array.isArray(v) || check45(v, d)));
}

export function explainGivenRecipient(v: unknown, at: At, out: Violation[], d: Decoders = ANYTHING): void {
  if (!((typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' || isObject(v) || Array.isArray(v)))) refuse(out, at, "", "is invalid");
  else {
    if (!((typeof v !== 'string' || INK.test(v)))) refuse(out, at, "", "is invalid");
    if (!((!Array.isArray(v) || check45(v, d)))) refuse(out, at, "", "is invalid");
  }
}

/** Both questions that can be asked of a body. */
export type Check = {
  readonly is: (v: unknown, d?: Decoders) => boolean;
  readonly explain: (v: unknown, at: At, out: Violation[], d?: Decoders) => void;
};

/** Every check by the name of its schema. */
export const checks: Readonly<Record<string, Check>> = {
  User: { is: isUser, explain: explainUser },
  UserAttributes: { is: isUserAttributes, explain: explainUserAttributes },
  UserRelationship: { is: isUserRelationship, explain: explainUserRelationship },
  UserReference: { is: isUserReference, explain: explainUserReference },
  UserDeletion: { is: isUserDeletion, explain: explainUserDeletion },
  UserMention: { is: isUserMention, explain: explainUserMention },
  UserIdentity: { is: isUserIdentity, explain: explainUserIdentity },
  NamesUser: { is: isNamesUser, explain: explainNamesUser },
  Company: { is: isCompany, explain: explainCompany },
  CompanyAttributes: { is: isCompanyAttributes, explain: explainCompanyAttributes },
  CompanyRelationship: { is: isCompanyRelationship, explain: explainCompanyRelationship },
  CompanyReference: { is: isCompanyReference, explain: explainCompanyReference },
  CompanyDeletion: { is: isCompanyDeletion, explain: explainCompanyDeletion },
  CompanyMention: { is: isCompanyMention, explain: explainCompanyMention },
  CompanyIdentity: { is: isCompanyIdentity, explain: explainCompanyIdentity },
  NamesCompany: { is: isNamesCompany, explain: explainNamesCompany },
  Relationship: { is: isRelationship, explain: explainRelationship },
  RelationshipDeletion: { is: isRelationshipDeletion, explain: explainRelationshipDeletion },
  Event: { is: isEvent, explain: explainEvent },
  Message: { is: isMessage, explain: explainMessage },
  NamesInAccount: { is: isNamesInAccount, explain: explainNamesInAccount },
  MessageBody: { is: isMessageBody, explain: explainMessageBody },
  MessagePart: { is: isMessagePart, explain: explainMessagePart },
  Channel: { is: isChannel, explain: explainChannel },
  Theme: { is: isTheme, explain: explainTheme },
  Preference: { is: isPreference, explain: explainPreference },
  Properties: { is: isProperties, explain: explainProperties },
  Identifier: { is: isIdentifier, explain: explainIdentifier },
  Identifiers: { is: isIdentifiers, explain: explainIdentifiers },
  NamesCustom: { is: isNamesCustom, explain: explainNamesCustom },
  Email: { is: isEmail, explain: explainEmail },
  Mailboxes: { is: isMailboxes, explain: explainMailboxes },
  Text: { is: isText, explain: explainText },
  Timestamp: { is: isTimestamp, explain: explainTimestamp },
  Given: { is: isGiven, explain: explainGiven },
  GivenUser: { is: isGivenUser, explain: explainGivenUser },
  GivenCompany: { is: isGivenCompany, explain: explainGivenCompany },
  GivenIdentifier: { is: isGivenIdentifier, explain: explainGivenIdentifier },
  GivenText: { is: isGivenText, explain: explainGivenText },
  GivenBody: { is: isGivenBody, explain: explainGivenBody },
  GivenRecipient: { is: isGivenRecipient, explain: explainGivenRecipient },
};

