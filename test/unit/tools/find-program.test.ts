import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProgram } from '../../../src/tools/find-program.ts';
import { systemProgram, systemRoot } from '../../../src/tools/system-programs.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-find-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

async function program(folder: string, name: string, mode = 0o755): Promise<string> {
  await mkdir(join(work, folder), { recursive: true });
  const path = join(work, folder, name);
  await writeFile(path, '', { mode });
  await chmod(path, mode);
  return path;
}

describe('findProgram on Linux', () => {
  const find = (tool: string, path: string, cache?: (name: string) => Promise<string | undefined>) =>
    findProgram(tool, { platform: 'linux', env: { PATH: path }, ...(cache && { findInCache: cache }) });

  it('takes the first program on PATH that may be run', async () => {
    await program('a', 'tool', 0o644);
    await mkdir(join(work, 'b', 'tool'), { recursive: true });
    const third = await program('c', 'tool');
    await program('d', 'tool');
    const path = ['a', 'b', 'c', 'd'].map((folder) => join(work, folder)).join(':');
    expect(await find('tool', path)).toBe(third);
    expect(await find('other', path)).toBeUndefined();
    expect(await findProgram('tool', { platform: 'linux', env: {} })).toBeUndefined();
  });

  it('takes nothing from the working folder or another relative entry', async () => {
    // The tests run in the root of the project, which has this program.
    expect(await find('vitest', '::.:node_modules/.bin')).toBeUndefined();
    expect(await find('node_modules/.bin/vitest', '')).toBe(join(process.cwd(), 'node_modules/.bin/vitest'));
  });

  it('looks for the other names of a program, and in the tool cache last, by each name', async () => {
    const asked: string[] = [];
    const cache = async (name: string): Promise<string | undefined> => {
      asked.push(name);
      return name === '7z' ? '/cache/7z' : undefined;
    };
    expect(await find('7zz', work, cache)).toBe('/cache/7z');
    expect(asked).toEqual(['7zz', '7z']);
    const own = await program('', '7z');
    expect(await find('7zz', work, cache)).toBe(own);
    expect(asked.length).toBe(2);
  });

  it('takes a path as it is', async () => {
    const path = await program('a', 'tool');
    expect(await find(path, '')).toBe(path);
    expect(await find(join(work, 'none'), '')).toBeUndefined();
  });

  it('knows no programs of Windows', async () => {
    const path = await program('', 'expand.exe');
    expect(await find('expand.exe', work)).toBe(path);
  });
});

describe('findProgram where an installer of Windows puts programs', () => {
  const env = {
    Path: 'C:\\bin',
    programfiles: 'C:\\Program Files',
    ProgramW6432: 'relative',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  };
  const find = (there: readonly string[], tool = '7zz', platform: NodeJS.Platform = 'win32') =>
    findProgram(tool, { platform, env, findInCache: async () => '/cache' }, async (path) => there.includes(path));
  const installed = 'C:\\Program Files\\7-Zip\\7z.exe';
  const other = 'C:\\Program Files (x86)\\7-Zip\\7z.exe';

  it('takes it behind PATH and before the tool cache', async () => {
    expect(await find([installed, other, 'C:\\bin\\7z.exe'])).toBe('C:\\bin\\7z.exe');
    expect(await find([installed, other])).toBe(installed);
    expect(await find([other])).toBe(other);
    expect(await find(['relative\\7-Zip\\7z.exe'])).toBe('/cache');
    expect(await find([installed], 'git')).toBe('/cache');
    expect(await find([installed], '7zz', 'linux')).toBe('/cache');
  });
});

describe('systemProgram', () => {
  const windows = { platform: 'win32', env: { systemroot: 'D:\\Win' } } as const;

  it.each([
    ['dism.exe', 'D:\\Win\\System32\\dism.exe'],
    ['EXPAND', 'D:\\Win\\System32\\expand.exe'],
    ['powershell.exe', 'D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'],
    ['chcp.com', 'D:\\Win\\System32\\chcp.com'],
  ])('%s lies in System32', (tool, path) => {
    expect(systemProgram(tool, windows)).toBe(path);
  });

  it.each(
    'bcdboot bcdedit cmd diskpart fsutil icacls mountvol msiexec pnputil reagentc reg robocopy taskkill wusa'.split(
      ' ',
    ),
  )('%s too', (tool) => {
    expect(systemProgram(tool, windows)).toBe(`D:\\Win\\System32\\${tool}.exe`);
  });

  it('is nothing else, and nothing on Linux', () => {
    expect(systemProgram('7zz', windows)).toBeUndefined();
    expect(systemProgram('C:\\x\\dism.exe', windows)).toBeUndefined();
    expect(systemProgram('dism.exe', { platform: 'linux', env: {} })).toBeUndefined();
  });

  it('finds the folder of Windows by either variable, whatever its case', () => {
    expect(systemRoot({ platform: 'win32', env: { WINDIR: 'E:\\W' } })).toBe('E:\\W');
    expect(systemRoot({ platform: 'win32', env: { windir: 'E:\\W', SystemRoot: 'F:\\W' } })).toBe('F:\\W');
    expect(systemRoot({ platform: 'win32', env: {} })).toBe('C:\\Windows');
  });
});

describe('findProgram on Windows', () => {
  const host = { platform: 'win32', env: { Path: 'C:\\git;"C:\\a b";rel' } } as const;
  const files = new Set<string>();
  beforeEach(() => files.clear());
  const put = (path: string): Set<string> => files.add(path);
  const find = (tool: string) => findProgram(tool, host, async (path) => files.has(path));

  it('needs an ending that Windows starts, in its order, from the first folder that has one', async () => {
    put('C:\\git\\tool');
    put('C:\\a b\\tool.cmd');
    expect(await find('tool')).toBe('C:\\a b\\tool.cmd');
    put('C:\\a b\\tool.exe');
    expect(await find('tool')).toBe('C:\\a b\\tool.exe');
    expect(await find('TOOL.CMD')).toBeUndefined();
    expect(await find('tool.cmd')).toBe('C:\\a b\\tool.cmd');
    put('C:\\git\\tool.bat');
    expect(await find('tool')).toBe('C:\\git\\tool.bat');
    put('C:\\git\\tool.com');
    expect(await find('tool')).toBe('C:\\git\\tool.com');
  });

  it('takes a program of Windows from System32 alone, whatever lies on PATH', async () => {
    put('C:\\git\\expand.exe');
    expect(await find('expand.exe')).toBeUndefined();
    put('C:\\Windows\\System32\\expand.exe');
    expect(await find('expand')).toBe('C:\\Windows\\System32\\expand.exe');
  });

  it('takes nothing from a relative entry, but a path with an ending added', async () => {
    put('rel\\tool.exe');
    put('tool.exe');
    expect(await find('tool')).toBeUndefined();
    put('C:\\x\\setup.exe');
    expect(await find('C:\\x\\setup')).toBe(win32.join('C:\\x', 'setup.exe'));
    expect(await find('C:/x/setup.exe')).toBe('C:\\x\\setup.exe');
  });
});
