#!/usr/bin/env node
// Parsed by old versions too, which have to live long enough to say what they lack.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  process.stderr.write(
    'Understudy needs Node 22.18 or later, and this is Node ' +
      process.versions.node +
      '; install a later one.\n',
  );
  process.exitCode = 2;
} else {
  import('node:module')
    .then((module) => {
      module.enableCompileCache();
      return import('../src/main.ts');
    })
    .then((understudy) => understudy.main(process));
}
