import type { Contract } from '@understudy/openapi/contract';
import { maskKey } from '../../engine/account.ts';
import { type Call, headerOf } from '../../engine/call.ts';
import { decodeHeaderText } from '../../engine/header-text.ts';
import type { PresentedKey } from '../../engine/service.ts';
import { createMagicReader } from './magic-keys.ts';
import type { Router } from './router.ts';

const HOW = 'send `Authorization: Push KEY`';

/**
 * Reads the push key off a call; the scheme's case does not matter. [documented] Where an operation takes Basic
 * credentials too, it is their name. [observed]
 */
export function createKeyReader(
  contract: Contract,
  configured: readonly string[],
  router: Router,
): (call: Call) => PresentedKey {
  const { values, containing } = contract.refusedKeys;
  const readMagic = createMagicReader(contract);
  const betraysBug = (key: string): boolean =>
    !configured.includes(key) && (values.includes(key) || containing.some((part) => key.includes(part)));

  const describe = (key: string): string =>
    values.includes(key)
      ? `reads "${key}"`
      : `holds "${containing.find((part) => key.includes(part)) ?? ''}"`;

  const takesBasic = ({ method, target, host }: Call): boolean => {
    const match = router(method, target, host);
    return match !== null && contract.operations[match.id].schemes.includes('Basic');
  };

  return (call) => {
    const header = headerOf(call, 'authorization');
    if (header === '') return { kind: 'none', reason: `There is no Authorization header; ${HOW}.` };
    const { scheme, credentials: given } = splitAuthorization(header);
    const isPush = scheme === 'Push' || scheme.toLowerCase() === 'push';
    if (!isPush && !(scheme.toLowerCase() === 'basic' && takesBasic(call))) {
      return { kind: 'none', reason: `The authorization scheme is not Push; ${HOW}.` };
    }
    const credentials = isPush ? given : decodeBasicName(given);
    if (credentials === null)
      return { kind: 'none', reason: `The Basic credentials cannot be read; ${HOW}.` };
    if (credentials === '') return { kind: 'none', reason: `The push key is empty; ${HOW}.` };
    // Of a key with an ending that asks for a treatment, the part before has to do.
    const proper = configured.includes(credentials)
      ? credentials
      : (readMagic(credentials)?.base ?? credentials);
    if (proper === '') return { kind: 'none', reason: `The push key is nothing but an ending; ${HOW}.` };
    if (betraysBug(credentials) || betraysBug(proper)) {
      return {
        kind: 'none',
        reason: `The push key ${describe(proper)}: a variable was not filled in where the request was made.`,
      };
    }
    return { kind: 'key', key: credentials };
  };
}

/** The name in Basic credentials, without blanks around it; null when they are none. */
function decodeBasicName(credentials: string): string | null {
  try {
    const [name = '', ...rest] = decodeHeaderText(atob(credentials)).split(':');
    return rest.length === 0 ? null : name.trim();
  } catch {
    return null;
  }
}

function splitAuthorization(header: string): { scheme: string; credentials: string } {
  // Before it is trimmed: the last byte of a letter may look like a blank.
  const trimmed = decodeHeaderText(header).trim();
  const end = trimmed.search(/[ \t]/);
  if (end === -1) return { scheme: trimmed, credentials: '' };
  return { scheme: trimmed.slice(0, end), credentials: trimmed.slice(end).trim() };
}

/** Any other first word may be a key that was sent without a scheme. */
const SCHEMES = new Set(['push', 'bearer', 'basic', 'digest', 'token']);
/** Where keys are found, by intent or by mistake. */
const SECRET = /^(?:proxy-)?authorization$|^cookie$|(?:^|-)(?:push|api|auth|access|secret)-?(?:key|token)$/;

/** Hides what a header must not show; of a push key its last four characters stay, if it is long enough. */
export function maskHeader(name: string, value: string): string {
  const lower = name.toLowerCase();
  // A URL's key can end up before the host.
  if (lower === 'host')
    return value.includes('@') ? `${maskKey('')}${value.slice(value.lastIndexOf('@'))}` : value;
  const isSecret = SECRET.test(lower);
  const { scheme, credentials } = splitAuthorization(value);
  const word = scheme.toLowerCase();
  // The ways a key is presented, whatever header it was put into.
  const isBasic = word === 'basic' && decodeBasicName(credentials) !== null;
  const isPresented = (word === 'push' && credentials !== '') || isBasic;
  if (!isSecret && !isPresented) return value;
  if ((isSecret && lower !== 'authorization') || credentials === '') return maskKey('');
  if (!SCHEMES.has(word)) return maskKey('');
  return `${scheme} ${maskKey(word === 'push' ? credentials : '')}`;
}
