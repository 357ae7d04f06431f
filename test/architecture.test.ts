import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrowViolations } from './architecture/arrows.ts';
import { cyclesOf } from './architecture/graph.ts';
import {
  longFiles,
  momentViolations,
  nameViolations,
  oddityViolations,
  unusedMoments,
  vendorViolations,
  wordViolations,
} from './architecture/habits.ts';
import { readProject } from './architecture/project.ts';

const project = await readProject(join(import.meta.dirname, '..'));
const { sources, documents } = project;

describe('The house', () => {
  it('has files in it', () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  it('has arrows in the allowed directions only', () => {
    expect(arrowViolations(project)).toEqual([]);
  });

  it('has no files that load each other', () => {
    expect(cyclesOf(project)).toEqual([]);
  });

  it('has an engine that knows no vendor', () => {
    expect(vendorViolations(sources)).toEqual([]);
  });

  it('has one word for everything', () => {
    expect(documents.length).toBeGreaterThan(10);
    expect(wordViolations([...sources, ...documents])).toEqual([]);
  });

  it('has no default exports, no enums and no classes but errors', () => {
    expect(oddityViolations(sources)).toEqual([]);
  });

  it('has no files for anything', () => {
    expect(nameViolations(sources)).toEqual([]);
  });

  it('reads the clock, chance and timers in a few places only', () => {
    expect(momentViolations(sources)).toEqual([]);
    expect(unusedMoments(sources)).toEqual([]);
  });

  it('has no file of more than 400 lines, and names those of more than 200', () => {
    const long = longFiles(sources, 200);
    if (long.length > 0)
      process.stdout.write(`More than 200 lines:\n${long.map((line) => `  ${line}\n`).join('')}`);
    expect(longFiles(sources, 400)).toEqual([]);
  });
});
