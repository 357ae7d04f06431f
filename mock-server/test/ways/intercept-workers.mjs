// Sends from workers that are started in every way, and says what became of it.
import { once } from 'node:events';
import { SHARE_ENV, Worker } from 'node:worker_threads';

const SEND = `
  fetch('https://push.userlist.com/').then(({ status }) => status, (error) => error.cause.code)
    .then((what) => require('node:worker_threads').parentPort.postMessage(what));`;
const asModule = new URL(
  `data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module'; const require = createRequire('file:///');${SEND}`)}`,
);

const choices = {
  plain: {},
  'its own environment': { env: { ONLY: 'this' } },
  'no flags': { execArgv: [] },
  'flags of its own': { execArgv: ['--no-warnings'] },
  neither: { env: {}, execArgv: [] },
};
const seen = {};
for (const [name, options] of Object.entries(choices)) {
  for (const [kind, source, more] of [
    ['module', asModule, {}],
    ['text', SEND, { eval: true }],
  ]) {
    const worker = new Worker(source, { ...options, ...more });
    const [what] = await once(worker, 'message');
    seen[`${kind}, ${name}`] = what;
    await worker.terminate();
  }
}
const text = new Worker(SEND, { env: SHARE_ENV, eval: true });
[seen['text, shared environment']] = await once(text, 'message');
await text.terminate();
const shared = new Worker(asModule, { env: SHARE_ENV });
[seen['module, shared environment']] = await once(shared, 'message');
await shared.terminate();
seen.same = shared instanceof Worker && Worker.name === 'Worker';
process.stdout.write(JSON.stringify(seen));
process.exit();
