import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultReportPath, settleReportPath } from '../../../src/job/report-place.ts';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-report-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

describe('where nothing is wanted', () => {
  const place = (env: Readonly<Record<string, string>> = {}) => defaultReportPath({ temp: work, env }, 'build-vhd');
  const at = (name: string): string => join(work, 'stillframe', name);
  const write = (name: string): void => {
    mkdirSync(join(work, 'stillframe'), { recursive: true });
    writeFileSync(at(name), '');
  };

  it('it lies below the temporary folder, by the name of the action', () => {
    expect(place()).toBe(at('build-vhd.json'));
    expect(place({ GITHUB_RUN_ID: '1' })).toBe(at('build-vhd.json'));
  });

  it('it leaves the reports of earlier steps of a job, and of another action there are none', () => {
    write('build-vhd.json');
    write('convert-ova-2.json');
    expect(place({ GITHUB_RUN_ID: '1' })).toBe(at('build-vhd-2.json'));
    write('build-vhd-2.json');
    expect(place({ GITHUB_RUN_ID: '1' })).toBe(at('build-vhd-3.json'));
  });

  it('it takes the place of the one before where no runner empties the folder', () => {
    write('build-vhd.json');
    expect(place()).toBe(at('build-vhd.json'));
    expect(place({ GITHUB_RUN_ID: '' })).toBe(at('build-vhd.json'));
  });
});

it('takes what is wanted, without its blanks and absolute, and makes its folder', async () => {
  const path = join(work, 'a/b/r.json');
  expect(await settleReportPath(` ${relative(process.cwd(), path)} `, join(work, 'other.json'))).toBe(path);
  expect(readdirSync(work)).toEqual(['a']);
  expect(readdirSync(join(work, 'a/b'))).toEqual([]);
});

it('takes the fallback where nothing is wanted', async () => {
  expect(await settleReportPath('', join(work, 'x/r.json'))).toBe(join(work, 'x/r.json'));
  expect(await settleReportPath(' ', join(work, 'x/r.json'))).toBe(join(work, 'x/r.json'));
  expect(existsSync(join(work, 'x'))).toBe(true);
});

it('leaves a report of an earlier run until there is a new one', async () => {
  const path = join(work, 'r.json');
  writeFileSync(path, 'old');
  await settleReportPath(path, '');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(work)).toEqual(['r.json']);
});

it('refuses a folder, and what lies where nothing can be written', async () => {
  mkdirSync(join(work, 'folder'));
  await expect(settleReportPath(join(work, 'folder'), '')).rejects.toMatchObject({
    code: 'input-invalid',
    message: `Input report: no report can be written to ${join(work, 'folder')}: it is a folder`,
    hint: 'Give the path of a file in a folder that this account may write to, or leave the input out.',
  });
  writeFileSync(join(work, 'file'), '');
  const path = join(work, 'file/x/r.json');
  await expect(settleReportPath(path, '')).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringContaining(`no report can be written to ${path}: ENOTDIR`),
    cause: { code: 'ENOTDIR' },
  });
});
