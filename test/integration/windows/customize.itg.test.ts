/** Files, values of the registry and scripts of the user's in a built image, looked at with ntfs-3g and hivex. */

import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Hive } from '../../../src/registry/hive.ts';
import { findIndexedKey } from '../../../src/registry/key-index.ts';
import { build, createWorkspace, type TakenApart, takeApart, type Workspace } from './build-run.ts';
import { changedIso } from './changed-iso.ts';

/** Names of keys in the order in which Windows looks for them; hivex sorts and hashes the bytes of UTF-8. */
const CITIES = ['Köln_1', 'Ängelholm', 'Örebro', 'ж', 'Ж2'];

let workspace: Workspace;
let parts: TakenApart;

beforeAll(async () => {
  workspace = await createWorkspace();
  const { folder, context } = workspace;
  await mkdir(join(folder, 'corp', 'Größe'), { recursive: true });
  await writeFile(join(folder, 'corp', 'Größe', 'ж.txt'), 'corp');
  // Above the size up to which files travel inside the WIM.
  await writeFile(join(folder, 'large.bin'), Buffer.alloc(9 * 2 ** 20, 'large'));
  await writeFile(join(folder, 'join domain.ps1'), 'exit 0');
  await build(workspace, {
    files: [
      { from: join(folder, 'corp'), to: 'C:\\Program Files\\Corp' },
      { from: join(folder, 'large.bin'), to: 'C:\\Corp\\' },
      { from: join(folder, 'large.bin'), to: 'c:\\program files\\CORP\\large.bin' },
      { from: join(folder, 'join domain.ps1'), to: 'c:\\windows\\system32\\Drivers\\etc\\hosts' },
    ],
    registry: [
      { key: 'HKLM\\SOFTWARE\\Corp\\Site', name: 'Größe', type: 'string', value: 'Köln' },
      { key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Corp', name: 'Start', type: 'dword', value: 2 },
      ...CITIES.map((city) => ({ key: `HKLM\\SOFTWARE\\Corp\\${city}`, name: 'V', type: 'dword', value: 1 }) as const),
    ],
    scripts: [join(folder, 'join domain.ps1')],
  });
  parts = await takeApart(join(folder, 'image.vhd'), folder, context);
});

afterAll(() => workspace.remove());

async function fromWindows(path: string): Promise<Buffer> {
  const file = join(workspace.folder, 'taken');
  await workspace.context.tools.run('sh', ['-c', 'ntfscat "$0" "$1" > "$2"', parts.windows, path, file]);
  return readFile(file);
}

async function hive(name: string, key: string): Promise<string> {
  const file = join(workspace.folder, name);
  await writeFile(file, await fromWindows(`Windows/System32/config/${name}`));
  return (await workspace.context.tools.run('hivexregedit', ['--export', '--prefix', 'X', file, key])).stdout;
}

describe('an image that is customised', () => {
  it('has the files where they were wanted, byte for byte', async () => {
    expect((await fromWindows('Program Files/Corp/Größe/ж.txt')).toString()).toBe('corp');
    expect((await fromWindows('Corp/large.bin')).equals(Buffer.alloc(9 * 2 ** 20, 'large'))).toBe(true);
  });

  it('has them in the folders that are there, however these were written', async () => {
    expect((await fromWindows('Windows/System32/drivers/etc/hosts')).toString()).toBe('exit 0');
    expect(await fromWindows('Program Files/Corp/large.bin')).toHaveLength(9 * 2 ** 20);
  });

  it('has the values of the registry, in the control set that Windows starts with', async () => {
    const text = [...Buffer.from('Köln\0', 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',');
    expect(await hive('SOFTWARE', '\\Corp\\Site')).toContain(`=hex(1):${text}`);
    expect(await hive('SYSTEM', '\\ControlSet001\\Services\\Corp')).toContain('"Start"=dword:00000002');
  });

  it('has keys where Windows looks for them, whatever letters their names have', async () => {
    const bytes = await fromWindows('Windows/System32/config/SOFTWARE');
    const software = new Hive(bytes, 'SOFTWARE');
    const found = CITIES.map((city) => findIndexedKey(software, `Corp\\${city}`)?.name);
    expect(found).toEqual(CITIES);
    const names = software
      .key('Corp')
      ?.subkeys()
      .map(({ name }) => name);
    expect(names?.filter((name) => CITIES.includes(name))).toEqual(CITIES);
  });

  it('has the script as a step of its first boot', async () => {
    expect((await fromWindows('Windows/Setup/Stillframe/scripts/01-join_domain.ps1')).toString()).toBe('exit 0');
    expect((await fromWindows('Windows/Setup/Stillframe/steps/70-script-01.cmd')).toString()).toContain(
      '-File "%SystemRoot%\\Setup\\Stillframe\\scripts\\01-join_domain.ps1"',
    );
  });
});

it('an image that brings an answer file of its own, which Windows would take, is refused', async () => {
  const own = await createWorkspace();
  try {
    const files = { 'Windows/Panther/unattend/Unattend.xml': Buffer.from('<unattend/>') };
    const iso = await changedIso(join(own.folder, 'iso'), { files }, own.context.tools);
    await expect(build(own, { iso, sha256: undefined, edition: '1' })).rejects.toMatchObject({
      code: 'not-windows-media',
      message: expect.stringContaining('C:\\Windows\\Panther\\Unattend\\Unattend.xml') as string,
    });
    expect(existsSync(join(own.folder, 'image.vhd'))).toBe(false);
  } finally {
    await own.remove();
  }
});
