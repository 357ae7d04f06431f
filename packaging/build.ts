import { join } from 'node:path';
import { buildPackages, ROOT } from './build-packages.ts';

const packages = await buildPackages(join(ROOT, 'dist'));
for (const { tarball } of packages) process.stdout.write(`${tarball}\n`);
