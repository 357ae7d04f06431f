import { expect, it } from 'vitest';
import { findSizeProblems } from './sizes.ts';

it('lets pass what is about as large as it was', () => {
  expect(findSizeProblems({ 'a tarball': 1000 }, { 'a tarball': 1080 })).toEqual([]);
  expect(findSizeProblems({ 'a tarball': 1000 }, { 'a tarball': 850 })).toEqual([]);
});

it('says by how much something grew, and what to do', () => {
  expect(findSizeProblems({ 'a tarball': 1000 }, { 'a tarball': 1081 })).toEqual([
    'a tarball: 1081 bytes, and at most 1080 are let pass; find out what came in, or, if it is worth it, run `npm run sizes` and commit what it writes.',
  ]);
});

it('wants the record to say what is there', () => {
  const to = 'run `npm run sizes` and commit what it writes.';
  expect(
    findSizeProblems({ 'a tarball': 1000, 'b tarball': 1 }, { 'a tarball': 849, 'c tarball': 1 }),
  ).toEqual([
    `a tarball: 849 bytes, down from 1000; ${to}`,
    `b tarball: not there any more; ${to}`,
    `c tarball: not recorded; ${to}`,
  ]);
});
