import type { TlsNames } from './identity.ts';

/** RFC 5280, section 4.2.1.10. */
export const NAME_CONSTRAINTS = '2.5.29.30';

const SEQUENCE = 0x30;
const PERMITTED = 0xa0;
const HOST = 0x82;
const ADDRESS = 0x87;
/** Up to here a length is one byte; up to 255 another byte says that one follows. */
const SHORT_BYTES = 127;
const ONE_MORE = 0x81;

/**
 * The extension in DER by which an authority can vouch for these hosts, with all below them, and addresses alone. The
 * library that makes certificates does not have it.
 */
export function encodeNameConstraints({ hosts, addresses }: TlsNames): Uint8Array<ArrayBuffer> {
  const names = [
    ...hosts.map((host) => encode(HOST, new TextEncoder().encode(host))),
    ...addresses.map((address) => encode(ADDRESS, toRange(address))),
  ];
  return encode(SEQUENCE, encode(PERMITTED, ...names.map((name) => encode(SEQUENCE, name))));
}

function encode(tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const head = length > SHORT_BYTES ? [tag, ONE_MORE, length] : [tag, length];
  return Uint8Array.from([...head, ...parts.flatMap((part) => [...part])]);
}

/** An address and the mask that leaves nothing beside it. */
function toRange(address: string): Uint8Array {
  const bytes = address.includes(':') ? toIpv6Bytes(address) : address.split('.').map(Number);
  return Uint8Array.from([...bytes, ...bytes.map(() => 0xff)]);
}

function toIpv6Bytes(address: string): number[] {
  const [before = [], after = []] = address
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const missing = Array(8 - before.length - after.length).fill('0');
  return [...before, ...missing, ...after].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
