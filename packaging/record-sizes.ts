import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPackages, ROOT } from './build-packages.ts';
import { measure } from './sizes.ts';
import { withSizes } from './sizes-table.ts';

const sizes = await measure(await buildPackages(join(ROOT, 'dist')), join(ROOT, 'node_modules'));
const page = join(ROOT, 'docs/packages.md');
await writeFile(join(ROOT, 'packaging/sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
await writeFile(page, withSizes(await readFile(page, 'utf8'), sizes));
