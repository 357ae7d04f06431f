import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toVerdict } from '@understudy/mock-server/conduct';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decodeReport, REPORT_FORMATS, writeReports } from './report-file.ts';

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
    const files = ['text=a.txt', 'json=b.json', 'junit=c.xml'].map((text) =>
      decodeReport(text, REPORT_FORMATS),
    );
    await writeReports(verdict, files, folder);
    const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
    expect(await read('a.txt')).toMatch(/^No account has sent anything\.\nFAILS: No request arrived/);
    expect(JSON.parse(await read('b.json'))).toMatchObject({ passed: false, accounts: [] });
    expect(await read('c.xml')).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites/);
  });

  it('says what is wrong with a file', async () => {
    await expect(
      writeReports(toVerdict([], []), [{ format: 'json', file: 'no/such/folder/a.json' }], tmpdir()),
    ).rejects.toThrow(
      /^The report cannot be written to no\/such\/folder\/a\.json: ENOENT.* Name a file in a folder that is there\.$/,
    );
  });
});
