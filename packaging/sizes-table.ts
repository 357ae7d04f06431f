import type { Sizes } from './sizes.ts';

const BEGIN = '<!-- sizes -->';
const END = '<!-- /sizes -->';

/** A page with the sizes in the place of those that were in it. */
export function withSizes(page: string, sizes: Sizes): string {
  const [before, rest] = cut(page, BEGIN);
  const [, after] = cut(rest, END);
  return `${before}${BEGIN}\n${renderSizes(sizes)}\n${END}${after}`;
}

/** One row a package or door. */
function renderSizes(sizes: Sizes): string {
  const names = new Set(Object.keys(sizes).map((name) => name.replace(/ [a-z]+$/, '')));
  const cell = (name: string, what: string): string => {
    const bytes = sizes[`${name} ${what}`];
    return bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} kB`;
  };
  const rows = [...names]
    .sort()
    .map(
      (name) =>
        `| \`${name}\` | ${['tarball', 'unpacked', 'bundle'].map((what) => cell(name, what)).join(' | ')} |`,
    );
  return ['| | Tarball | Unpacked | Bundle |', '| --- | --: | --: | --: |', ...rows].join('\n');
}

function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`The page has no ${mark}.`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
