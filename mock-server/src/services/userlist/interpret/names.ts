import { isObject, type JsonObject } from '../../../engine/json.ts';
import type { CompanyName, UserName } from '../intent.ts';

const INK = /\S/u;

/** An identifier as it is stored; null when none is given. Numbers become the string of their digits. */
export function toIdentifier(value: unknown): string | null {
  if (typeof value === 'string') return INK.test(value) ? value : null;
  return typeof value === 'number' ? String(value) : null;
}

/** A text that is given and not blank; else null. */
export function toText(value: unknown): string | null {
  return typeof value === 'string' && INK.test(value) ? value : null;
}

/** Who a user object or reference means; null when it names nobody. */
export function toUserName(value: unknown): UserName | null {
  if (!isObject(value)) {
    const identifier = toIdentifier(value);
    return identifier === null ? null : { identifier, aliases: NO_ALIASES, email: null };
  }
  const name = {
    identifier: toIdentifier(value.identifier),
    aliases: toAliases(value),
    email: toText(value.email),
  };
  return name.identifier === null && name.email === null && name.aliases.length === 0 ? null : name;
}

/** Which company an object or reference means; null when it names none. */
export function toCompanyName(value: unknown): CompanyName | null {
  if (!isObject(value)) {
    const identifier = toIdentifier(value);
    return identifier === null ? null : { identifier, aliases: NO_ALIASES };
  }
  const name = { identifier: toIdentifier(value.identifier), aliases: toAliases(value) };
  return name.identifier === null && name.aliases.length === 0 ? null : name;
}

const NO_ALIASES: readonly string[] = [];

function toAliases(value: JsonObject): readonly string[] {
  const { identifiers } = value;
  if (!Array.isArray(identifiers)) return NO_ALIASES;
  return identifiers.flatMap((entry) => {
    const identifier = isObject(entry) && entry.scope === 'custom' ? toIdentifier(entry.identifier) : null;
    return identifier === null ? [] : [identifier];
  });
}

/** True when both can only mean one user: the first thing both are known by decides. */
export function isSameUser(one: UserName, other: UserName): boolean {
  const [left, right] = [one.identifier ?? one.aliases[0], other.identifier ?? other.aliases[0]];
  if (left !== undefined && right !== undefined) return left === right;
  return one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase();
}

/** True when both mean one company: by identifier, else by the first identifier of scope `custom`. */
export function isSameCompany(one: CompanyName, other: CompanyName): boolean {
  return (one.identifier ?? one.aliases[0]) === (other.identifier ?? other.aliases[0]);
}
