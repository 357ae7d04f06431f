import { expect, it } from 'vitest';
import { describeWhereFound, describeWithTool } from '../tool.ts';

/** Run by `tool.test.ts` in a process of its own; what it needs is the program that TOOL names. */
const tool = process.env.TOOL ?? '';

it('is there', () => {
  expect(tool).not.toBe('');
});

describeWithTool('a suite with a tool', tool, (path) => {
  it('is given its path', () => {
    expect(path.endsWith(tool)).toBe(true);
  });
});

describeWhereFound('a suite that is welcome', tool, (path) => {
  it('is given its path too', () => {
    expect(path.endsWith(tool)).toBe(true);
  });
});
