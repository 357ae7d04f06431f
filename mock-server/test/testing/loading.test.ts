import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

/** Runs a program in a Node of its own that says which packages it loaded, and finds none of a certain name. */
async function runIn(program: string, hidden = ''): Promise<{ loaded: string[]; out: string }> {
  const watch = `
    import { registerHooks } from 'node:module';
    const loaded = new Set();
    registerHooks({
      resolve(specifier, context, next) {
        const from = specifier === ${JSON.stringify(hidden)} ? { ...context, parentURL: 'file:///nowhere/at-all.js' } : context;
        const found = next(specifier, from);
        const [, name] = /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(found.url) ?? [];
        if (name !== undefined) loaded.add(name);
        return found;
      },
    });
    process.on('exit', () => console.error([...loaded].join(' ')));`;
  const { stdout, stderr } = await run(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(watch)}`,
      '--input-type=module',
      '--eval',
      program,
    ],
    { cwd: import.meta.dirname, env: {} },
  );
  return { loaded: stderr.trim().split(' '), out: stdout.trim() };
}

describe('What is loaded', () => {
  it.each(['@understudy/mock-server', '@understudy/mock-server/start', '@understudy/mock-server/matchers'])(
    'by %s is neither Vitest nor Fastify',
    async (door) => {
      const { loaded } = await runIn(`await import('${door}');`);
      expect(loaded).not.toContain('fastify');
      expect(loaded.filter((name) => name.includes('vitest'))).toEqual([]);
    },
  );

  it('by a stand-in that is started is Fastify, and the process ends although nobody closes it', async () => {
    const { loaded, out } = await runIn(`
      import { startUserlist } from '@understudy/mock-server/start';
      const userlist = await startUserlist();
      console.log((await userlist.account().users()).length);`);
    expect([out, loaded.includes('fastify'), loaded.includes('vitest')]).toEqual(['0', true, false]);
  });

  it('is told in a sentence where it is missing', async () => {
    const { out } = await runIn(
      `import { startUserlist } from '@understudy/mock-server/start';
      await startUserlist().catch(({ name, message }) => console.log(name + ': ' + message));`,
      'fastify',
    );
    expect(out).toBe(
      'UsageError: startUserlist serves with Fastify, which is not there; run "npm install -D fastify".',
    );
  });
});
