import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');

/** The relative targets of a page's links, without anchors. */
function linksOf(page: string): string[] {
  return [...page.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

describe('The documentation', () => {
  it('has pages', () => {
    expect(pages).toContain('README.md');
  });

  it.each(pages)('links in %s only to what is there', async (page) => {
    const text = await readFile(join(ROOT, page), 'utf8');
    const missing = linksOf(text).filter((target) => !existsSync(join(ROOT, dirname(page), target)));
    expect(missing).toEqual([]);
  });

  it('would be caught with a link to nowhere', () => {
    expect(linksOf('[a](nowhere.md) [b](https://example.com) [c](here.md#part)')).toEqual([
      'nowhere.md',
      'here.md',
    ]);
  });
});
