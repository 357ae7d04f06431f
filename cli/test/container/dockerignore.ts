/** Tells whether a path from the root of the clone goes to the builder, by a .dockerignore: the last line that fits decides. */
export function createContextFilter(text: string): (path: string) => boolean {
  const rules = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ isBack: line.startsWith('!'), fits: toPattern(line.replace(/^!/, '')) }));
  return (path) => {
    const parts = path.split('/');
    const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    const deciding = rules.findLast(({ fits }) => above.some((each) => fits.test(each)));
    return deciding === undefined || deciding.isBack;
  };
}

function toPattern(line: string): RegExp {
  const source = line
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replaceAll('**/', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '(?:.*/)?');
  return new RegExp(`^${source}$`);
}
