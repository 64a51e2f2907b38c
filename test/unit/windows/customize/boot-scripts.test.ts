import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBootScripts } from '../../../../src/windows/customize/boot-scripts.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-scripts-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('takes what Windows runs by itself, in the order given', async () => {
  const paths = ['z.PS1', 'a.cmd', 'b.bat'].map((name) => join(folder, name));
  for (const path of paths) await writeFile(path, '');
  expect(await readBootScripts(paths, new AbortController().signal)).toEqual({
    scripts: paths.map((path) => ({ path, sha256: expect.stringMatching(/^e3b0c442/) as string })),
    findings: [],
  });
});

it('refuses what it does not, and what is not there', async () => {
  const { signal } = new AbortController();
  await expect(readBootScripts([join(folder, 'x.vbs')], signal)).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringContaining('x.vbs is no script') as string,
  });
  await expect(readBootScripts([join(folder, 'x.cmd')], signal)).rejects.toMatchObject({ code: 'file-missing' });
});

it('refuses one that Windows would read as another, by its name', async () => {
  const path = join(folder, 'join domain.ps1');
  await writeFile(path, '\n$unit = "Büro"\n');
  await expect(readBootScripts([path], new AbortController().signal)).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringMatching(/join domain\.ps1 is UTF-8 without a byte-order mark.* line 2 /) as string,
    hint: expect.stringContaining('UTF-8 with BOM') as string,
  });
});

it('tells of one that waits for somebody, and takes it', async () => {
  const path = join(folder, 'join.cmd');
  await writeFile(path, '@echo off\r\nnetdom join\r\npause\r\n');
  const { scripts, findings } = await readBootScripts([path], new AbortController().signal);
  expect(scripts).toHaveLength(1);
  expect(findings).toMatchObject([
    {
      code: 'script-waits',
      severity: 'warning',
      seen: expect.stringContaining('The script join.cmd waits for somebody in line 3 (pause)') as string,
    },
  ]);
});
