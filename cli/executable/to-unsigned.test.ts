import { describe, expect, it } from 'vitest';
import { toUnsigned } from './to-unsigned.ts';

const CODE = 0x200;
const ENTRY = 0x80 + 24 + 112 + 32;

/** As little of a Windows program as is looked at, with a signature of so many bytes. */
function toProgram(signature: number): Buffer {
  const program = Buffer.alloc(CODE + signature, 7);
  program.fill(0, 0, CODE);
  program.writeUInt32LE(0x80, 0x3c);
  program.writeUInt16LE(0x20b, 0x80 + 24);
  program.writeUInt32LE(signature === 0 ? 0 : CODE, ENTRY);
  program.writeUInt32LE(signature, ENTRY + 4);
  return program;
}

describe('Node for Windows', () => {
  it('loses its signature, and nothing else', () => {
    expect(toUnsigned(toProgram(64)).equals(toProgram(0))).toBe(true);
  });

  it('stays as it is where it has none', () => {
    expect(toUnsigned(toProgram(0)).equals(toProgram(0))).toBe(true);
  });

  it('is refused where something stands behind its signature', () => {
    const program = Buffer.concat([toProgram(64), Buffer.from('more')]);
    expect(() => toUnsigned(program)).toThrow('not at its end');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a script', Buffer.from('#!/bin/sh\n'.repeat(100))],
  ])('is not taken for %s', (_what, program) => {
    expect(() => toUnsigned(program)).toThrow('no program for 64 bits');
  });
});
