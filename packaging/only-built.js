// What stands in the workspace is TypeScript, which Node does not take from node_modules.
process.stderr.write(
  'Packages are made from what is built: run `npm run build` in the root, then take the tarball from dist/.\n',
);
process.exitCode = 1;
