// For programs that are intercepted from a clone; a built package has another file of this name, which older versions read too.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  process.stderr.write(
    'understudy: in a clone, --intercept needs Node 22.18 or later for the command that is run too, and this is Node ' +
      process.versions.node +
      '; have a later one run it, or use dist/understudy, which npm run build makes and which needs Node 16.\n',
  );
  process.exit(2);
}
// The file that workers have to find in their NODE_OPTIONS, since it is this that ours names.
process[Symbol.for('understudy.intercept.file')] = __filename;
require('@understudy/mock-server/intercept/preload');
