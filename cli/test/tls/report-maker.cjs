// Says at the end whether what makes certificates was loaded: it cannot be without adding to Reflect.
process.on('exit', () => {
  process.stderr.write(`maker ${typeof Reflect.getMetadata === 'function' ? 'loaded' : 'not loaded'}\n`);
});
