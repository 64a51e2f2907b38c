import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeStaged } from '../../../../src/windows/attach/write-staged.ts';
import { recordedTools } from '../fake-tools.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stillframe-staged-'));
});
afterEach(() => rm(root, { recursive: true }));

it('writes every file, and closes what only SYSTEM and the Administrators may read: a folder once, a file in a folder of the image by itself', async () => {
  await mkdir(join(root, 'Windows/Panther'), { recursive: true });
  await writeFile(join(root, 'large.msu'), 'large');
  const tools = recordedTools();
  const content = (path: string) => ({ path, source: { content: Buffer.from(path) } });
  await writeStaged(
    root,
    [
      content('Windows/Panther/unattend.xml'),
      content('Windows/Setup/Stillframe/steps/a.cmd'),
      { path: 'Windows/Setup/Stillframe/packages/01/large.msu', source: { file: join(root, 'large.msu'), size: 5 } },
      content('Windows/System32/drivers/a.sys'),
    ],
    { tools },
  );
  expect(await readFile(join(root, 'Windows/Panther/unattend.xml'), 'utf8')).toBe('Windows/Panther/unattend.xml');
  expect(await readFile(join(root, 'Windows/Setup/Stillframe/packages/01/large.msu'), 'utf8')).toBe('large');
  expect(await readFile(join(root, 'Windows/System32/drivers/a.sys'), 'utf8')).toContain('a.sys');
  const said = tools.calls.map(({ tool, args: [path = '', ...args] }) =>
    [tool, path.slice(root.length + 1), ...args].join(' '),
  );
  expect(said).toEqual([
    'icacls.exe Windows/Panther/unattend.xml /inheritance:r /grant:r *S-1-5-18:F *S-1-5-32-544:F /q',
    'icacls.exe Windows/Panther/unattend.xml /setowner *S-1-5-32-544 /q',
    'icacls.exe Windows/Setup/Stillframe /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F /q',
    'icacls.exe Windows/Setup/Stillframe /setowner *S-1-5-32-544 /q',
  ]);
});

it('leaves nobody a chance when icacls fails', async () => {
  const tools = recordedTools(() => ({ exitCode: 5, stderr: 'denied' }));
  const file = { path: 'Windows/Panther/unattend.xml', source: { content: Buffer.from('secret') } };
  await expect(writeStaged(root, [file], { tools })).rejects.toMatchObject({ name: 'ToolError', exitCode: 5 });
});

it('follows no link of the image, which leads to the disk of this machine', async () => {
  const own = join(root, 'ProgramData of this machine');
  await mkdir(own);
  await mkdir(join(root, 'Users'));
  await symlink(own, join(root, 'Users/All Users'));
  await writeFile(join(root, 'Users/file'), '');
  const write = (path: string) =>
    writeStaged(root, [{ path, source: { content: Buffer.from('x') } }], { tools: recordedTools() });
  for (const path of ['Users/All Users/Corp/x', 'Users/All Users/x', 'Users/file/x']) {
    await expect(write(path)).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringMatching(/C:\\Users\\(All Users|file) is a link or a file in the image/) as string,
    });
  }
  expect(await readdir(own)).toEqual([]);
});
