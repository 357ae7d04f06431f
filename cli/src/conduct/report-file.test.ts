import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toVerdict } from '@understudy/mock-server/conduct';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decodeReport, placeReports, REPORT_FORMATS, writeReports } from './report-file.ts';

describe('--report', () => {
  it.each([
    ['junit=conduct.xml', { format: 'junit', file: 'conduct.xml' }],
    ['json=a=b.json', { format: 'json', file: 'a=b.json' }],
    ['text=/tmp/conduct.txt', { format: 'text', file: '/tmp/conduct.txt' }],
  ])('%s is a format and a file', (text, report) => {
    expect(decodeReport(text, REPORT_FORMATS)).toEqual(report);
  });

  it.each(['junit', 'junit=', 'html=a.html', '=a', ''])('%j is refused', (text) => {
    expect(() => decodeReport(text, REPORT_FORMATS)).toThrow(
      `--report is "${text}"; write a format, an equals sign and a file, such as junit=conduct.xml. Formats are text, json, junit.`,
    );
  });

  it('writes all that are asked for, in the folder of the command', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-report-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const verdict = toVerdict([], ['lost']);
    const texts = ['text=a.txt', 'json=b.json', `junit=${join(folder, 'c.xml')}`];
    await writeReports(verdict, placeReports(texts, REPORT_FORMATS, { cwd: folder }));
    const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
    expect(await read('a.txt')).toMatch(/^No account has sent anything\.\nFAILS: No request arrived/);
    expect(JSON.parse(await read('b.json'))).toMatchObject({ passed: false, accounts: [] });
    expect(await read('c.xml')).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites/);
  });

  it.each([
    [
      'no/such/folder/a.json',
      /^The report cannot be written to no\/such\/folder\/a\.json: ENOENT.* Name a file in a folder that is there\.$/,
    ],
    ['.', /^The report cannot be written to \.: EISDIR.* Name a file in that folder\.$/],
  ])('says what is wrong with the file %s, and what to do', async (file, sentence) => {
    const reports = placeReports([`json=${file}`], REPORT_FORMATS, { cwd: tmpdir() });
    await expect(writeReports(toVerdict([], []), reports)).rejects.toThrow(sentence);
  });

  it.skipIf(process.platform !== 'linux')('says what to do where a disk is full', async () => {
    const reports = placeReports(['json=/dev/full'], REPORT_FORMATS, { cwd: '/' });
    await expect(writeReports(toVerdict([], []), reports)).rejects.toThrow(
      /ENOSPC.* Make room there, or name a file on another disk\.$/,
    );
  });

  it('is of whole paths alone where the folder is gone', () => {
    const gone = {
      get cwd(): string {
        throw new Error('ENOENT: no such file or directory, uv_cwd');
      },
    };
    expect(() => placeReports(['json=a.json'], REPORT_FORMATS, gone)).toThrow(
      '--report is "json=a.json", and the folder that this was started in is gone; name the whole path.',
    );
    const path = join(tmpdir(), 'a.json');
    expect(placeReports([`json=${path}`], REPORT_FORMATS, gone)).toEqual([
      { format: 'json', file: path, path },
    ]);
  });
});
