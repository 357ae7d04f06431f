import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Packed } from '../pack.ts';
import { readModules } from './doors.ts';
import { runAsUser } from './user-process.ts';

const STRICT = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };

/** Takes an option of every door's, so that types that are missing or anything are noticed. */
const USES = `
import { createPushClient, type PushResult } from '@understudy/client';
import { createUserlistEngine } from '@understudy/mock-server';
import { userlistHandlers } from '@understudy/mock-server/msw';
import { toPushRequests } from '@understudy/transformer';
import type { components } from '@understudy/openapi/types';
import { setupServer } from 'msw/node';

const engine = createUserlistEngine({ rateLimit: '1/60s' });
export const server = setupServer(...userlistHandlers(engine, { delays: 'skip' }));
export const userlist = createPushClient({ pushKey: 'any', fetch: engine.handle });
export const sent: Promise<PushResult> = userlist.events.push({ name: 'created', user: { identifier: 'user-1' } });
export const outcome = toPushRequests({ type: 'page' }, { dialect: 'segment' });
export type Schemas = components['schemas'];

// @ts-expect-error: the rate limit is a text
createUserlistEngine({ rateLimit: 60 });
// @ts-expect-error: nobody is meant
userlist.users.push({ identifer: 'user-1' });
// @ts-expect-error: there is no such dialect
toPushRequests({}, { dialect: 'mixpanel' });
`;

/** Says what TypeScript makes of the packages in a project that has installed all of them and all they may be used with. */
export function describeTypes(getPackages: () => readonly Packed[], getFolder: () => string): void {
  const writeProject = async (name: string, options: object): Promise<string> => {
    const folder = join(getFolder(), `types-${name}`);
    await mkdir(folder);
    const doors = (await readModules(getPackages())).map(
      (door, at) => `import * as door${at} from '${door}';`,
    );
    const taken = doors.map((_, at) => `door${at}`).join(', ');
    await writeFile(join(folder, 'doors.ts'), `${doors.join('\n')}\nexport const doors = [${taken}];\n`);
    await writeFile(join(folder, 'uses.ts'), USES);
    const compilerOptions = { target: 'es2022', noEmit: true, types: ['node'], ...STRICT, ...options };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    return folder;
  };

  describe('TypeScript', () => {
    it('has nothing to say under nodenext, not even within libraries', async () => {
      const folder = await writeProject('nodenext', { module: 'nodenext', skipLibCheck: false });
      const { stdout } = await runAsUser(folder, 'npx', ['--no-install', 'tsc']);
      expect(stdout).toBe('');
    });

    it('has nothing to say under bundler, not even within the packages', async () => {
      const options = { module: 'esnext', moduleResolution: 'bundler', skipLibCheck: false };
      expect(problemsIn(await writeProject('bundler', options))).toEqual([]);
    });
  });
}

/** What is wrong in a project and in the packages; to look through the libraries of others once is enough. */
function problemsIn(folder: string): string[] {
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    folder,
  );
  const program = ts.createProgram(fileNames, {
    ...options,
    typeRoots: [join(folder, '../node_modules/@types')],
  });
  const checked = program
    .getSourceFiles()
    .filter(({ fileName }) => !/\/node_modules\/(?!@understudy\/)/.test(fileName));
  expect(checked.length).toBeGreaterThan(fileNames.length);
  const problems = checked.flatMap((file) => program.getSemanticDiagnostics(file));
  return [...errors, ...program.getOptionsDiagnostics(), ...problems].map(
    ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}
