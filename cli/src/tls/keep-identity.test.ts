import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTemporaryFolders } from '../../test/temporary-folder.ts';
import { type KeepIdentityOptions, keepIdentity } from './keep-identity.ts';
import { makeIdentity } from './make-identity.ts';
import { TLS_NAMES } from './tls-names.ts';

const NOW = Date.UTC(2026, 10, 23);
const DAY_MS = 24 * 3_600_000;
const createFolder = useTemporaryFolders();

/** A folder, and how to keep an identity in it. */
async function setUp() {
  const folder = join(await createFolder(), 'state', 'understudy');
  const warnings: string[] = [];
  let made = 0;
  const keep = (own: Partial<KeepIdentityOptions> = {}) =>
    keepIdentity({
      folder,
      names: TLS_NAMES,
      now: NOW,
      make: () => {
        made += 1;
        return makeIdentity(own.names ?? TLS_NAMES, own.now ?? NOW);
      },
      warn: (sentence) => warnings.push(sentence),
      ...own,
    });
  return { folder, warnings, keep, made: () => made };
}

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

describe('The identity of a user', () => {
  it('is made once, with a file to trust', async () => {
    const { folder, keep, made, warnings } = await setUp();
    const first = await keep();
    expect(first.caFile).toBe(join(folder, 'ca.pem'));
    expect(await readFile(first.caFile, 'utf8')).toBe(first.authority);
    expect(await keep()).toEqual(first);
    expect([made(), warnings]).toEqual([1, []]);
  });

  it.skipIf(process.platform === 'win32')('is for its owner alone', async () => {
    const { folder, keep } = await setUp();
    await keep();
    const names = await readdir(folder, { recursive: true });
    expect(names.sort()).toEqual([
      'ca.pem',
      'tls-1',
      'tls-1/ca.pem',
      'tls-1/certificate.pem',
      'tls-1/key.pem',
    ]);
    const modes = await Promise.all(names.map((name) => modeOf(join(folder, name))));
    expect(modes).toEqual(['600', '700', '600', '600', '600']);
    expect(await modeOf(folder)).toBe('700');
    await chmod(folder, 0o755);
    await keep();
    expect(await modeOf(folder)).toBe('700');
  });

  it.skipIf(process.platform === 'win32')(
    'is written once, and then only read, as on a disk that takes no writes',
    async () => {
      const { folder, keep } = await setUp();
      await keep();
      const paths = [
        folder,
        ...(await readdir(folder, { recursive: true })).map((name) => join(folder, name)),
      ];
      const changedAt = () =>
        Promise.all(paths.map(async (path) => (await stat(path, { bigint: true })).ctimeNs));
      const before = await changedAt();
      await keep();
      expect(await changedAt()).toEqual(before);
    },
  );

  it.each(['key.pem', 'ca.pem', ''])('is made anew when its %j is no file, or no folder', async (name) => {
    const { folder, keep } = await setUp();
    const first = await keep();
    const path = join(folder, 'tls-1', name);
    await rm(path, { recursive: true });
    await (name === '' ? writeFile(path, '') : mkdir(path));
    const second = await keep();
    expect(second.key).not.toBe(first.key);
    expect((await readdir(folder)).sort()).toEqual(['ca.pem', 'tls-2']);
  });

  it('is made anew in time, at the same path', async () => {
    const { folder, keep, made, warnings } = await setUp();
    const first = await keep();
    const later = NOW + 380 * DAY_MS;
    const second = await keep({ now: later });
    expect(second.caFile).toBe(first.caFile);
    expect(second.authority).not.toBe(first.authority);
    expect(await readFile(second.caFile, 'utf8')).toBe(second.authority);
    expect((await readdir(folder)).sort()).toEqual(['ca.pem', 'tls-2']);
    expect(await keep({ now: later })).toEqual(second);
    expect(made()).toBe(2);
    expect(warnings).toEqual([
      `The certificate in ${join(folder, 'tls-1')} expires soon; a new one is made.`,
    ]);
  });

  it('is made anew for names that it lacks', async () => {
    const { keep, warnings } = await setUp();
    await keep({ names: { hosts: ['localhost'], addresses: [] } });
    await keep();
    expect(warnings).toEqual([
      expect.stringMatching(
        / lacks push\.userlist\.com, incoming\.userlist\.com, 127\.0\.0\.1, ::1; a new one is made\.$/,
      ),
    ]);
  });

  it.each([
    ['key.pem', ''],
    ['key.pem', null],
    ['certificate.pem', 'rubbish'],
    ['ca.pem', null],
  ])('is made anew with one sentence when its %s is %j', async (file, content) => {
    const { folder, keep, warnings } = await setUp();
    const first = await keep();
    const path = join(folder, 'tls-1', file);
    await (content === null ? rm(path) : writeFile(path, content));
    const second = await keep();
    expect(second.key).not.toBe(first.key);
    expect(warnings).toEqual([`The certificate in ${join(folder, 'tls-1')} is damaged; a new one is made.`]);
    expect(await keep()).toEqual(second);
  });

  it.each(['', 'rubbish', null])('has its file to trust put right when that is %j', async (content) => {
    const { keep, made, warnings } = await setUp();
    const first = await keep();
    await (content === null ? rm(first.caFile) : writeFile(first.caFile, content));
    expect(await keep()).toEqual(first);
    expect(await readFile(first.caFile, 'utf8')).toBe(first.authority);
    expect([made(), warnings]).toEqual([1, []]);
  });

  it('is the same for all that make it at once', async () => {
    const { folder, keep, made } = await setUp();
    const all = await Promise.all(Array.from({ length: 8 }, () => keep()));
    expect(made()).toBeGreaterThan(1);
    expect(new Set(all.map(({ key }) => key)).size).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['ca.pem', 'tls-1']);
    expect(await readFile(join(folder, 'ca.pem'), 'utf8')).toBe(all[0]?.authority);
  });

  it('is the same for all that make it anew at once', async () => {
    const { folder, keep } = await setUp();
    await keep();
    const now = NOW + 400 * DAY_MS;
    const all = await Promise.all(Array.from({ length: 8 }, () => keep({ now })));
    expect(new Set(all.map(({ key }) => key)).size).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['ca.pem', 'tls-2']);
  });

  it('cannot be kept below a file, and one sentence says what to do', async () => {
    const parent = await createFolder({ taken: 'a file' });
    const { keep } = await setUp();
    await expect(keep({ folder: join(parent, 'taken', 'understudy') })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(
        /^The certificate for HTTPS cannot be kept in .* \(ENOTDIR\); have \w+ name a folder that can be written to\.$/,
      ),
    });
  });
});
