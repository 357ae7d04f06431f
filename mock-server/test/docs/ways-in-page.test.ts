import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runIntercepted } from '../ways/run-intercepted.ts';
import { readSections } from './page.ts';

const sections = await readSections('ways-in.md');

describe('the page on ways in', () => {
  it('prints its example of MSW as the test that it is', async () => {
    const [block] = sections.get('In one process, with MSW') ?? [];
    const example = await readFile(new URL('../examples/msw.test.ts', import.meta.url), 'utf8');
    expect(block?.text).toBe(example);
  });

  it('says what its program prints under the intercept door', async () => {
    const [command, program, output] = sections.get('Without a change to the program') ?? [];
    expect(command?.text).toBe('node --import @understudy/mock-server/intercept app.js\n');
    const words = ['--input-type=module', '--eval', program?.text ?? ''];
    expect(await runIntercepted(words)).toMatchObject({ code: 0, out: output?.text });
  });

  it('has no blocks but these', () => {
    // One of them runs in a browser, in the tests of that.
    expect([...sections.values()].flat()).toHaveLength(5);
  });
});
