import { createHash } from 'node:crypto';
import { cp, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractToolsDrivers } from '../../../src/drivers/extract-tools-drivers.ts';
import type { BuildResult } from '../../../src/windows/build-image.ts';
import { startInFirmware } from '../../judges/start-firmware.ts';
import { walkHere, withWholeStacks } from '../../judges/walk.ts';
import { buildSampleMedia } from '../../media/build.ts';
import { writeCabinet } from '../../media/updates/cabinet.ts';
import {
  build,
  createWorkspace,
  listWim,
  type TakenApart,
  takeApart,
  type WimEntries,
  type Workspace,
} from './build-run.ts';

const UNATTEND = `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend"><settings pass="oobeSystem"/></unattend>
`;

let workspace: Workspace;
let drivers: string;
let toolsSetup: string;
let packages: readonly string[];
let result: BuildResult;
let vhd: string;
let parts: TakenApart;
/** Of each program that the build starts: its first two words, and the rooms on the way to it. */
const walks: { readonly program: string; readonly rooms: readonly string[] }[] = [];

/** One build with everything that can be asked for, looked at from all sides. */
beforeAll(async () => {
  workspace = await createWorkspace();
  const { folder } = workspace;
  const media = await buildSampleMedia();
  const extracted = await extractToolsDrivers(
    {
      iso: media.toolsIso,
      product: 'windows-server-2019',
      drivers: ['pvscsi', 'vmxnet3'],
      directory: join(folder, 'drivers'),
      method: 'auto',
    },
    workspace.context,
  );
  drivers = JSON.stringify(extracted.drivers.map(({ name, inf }) => ({ name, inf })));
  toolsSetup = extracted.toolsSetup;
  const cabinet = join(folder, 'windows10.0-kb5087538-x64.cab');
  // Above the size up to which files travel inside the WIM.
  const large = { name: 'says nothing.txt', data: Buffer.alloc(9 * 2 ** 20, 'of itself') };
  await writeFile(cabinet, writeCabinet([large], { compression: 'none' }));
  packages = [cabinet];
  await writeFile(join(folder, 'unattend.xml'), UNATTEND);
  result = await withWholeStacks(() => build(noting(workspace), everything(folder)));
  vhd = join(folder, 'image.vhd');
  parts = await takeApart(vhd, folder, workspace.context);
});

afterAll(() => workspace.remove());

function everything(folder: string) {
  return {
    drivers,
    packages: packages.join('\n'),
    features: ['TelnetClient', 'NetFx3'],
    remoteDesktop: true,
    unattend: join(folder, 'unattend.xml'),
    toolsSetup,
  };
}

function noting(given: Workspace): Workspace {
  const { tools } = given.context;
  const run: typeof tools.run = (tool, args, options) => {
    walks.push({ program: `${tool} ${args[0]}`, rooms: walkHere() });
    return tools.run(tool, args, options);
  };
  return { ...given, context: { ...given.context, tools: { ...tools, run } } };
}

async function run(tool: string, args: readonly string[]): Promise<string> {
  const { stdout } = await workspace.context.tools.run(tool, args);
  return stdout;
}

/** A file of the finished Windows volume, as ntfs-3g reads it. */
async function fromWindows(path: string, target: string): Promise<Buffer> {
  const file = join(workspace.folder, target);
  await run('dd', ['if=/dev/null', `of=${file}`, 'status=none']);
  await run('sh', ['-c', 'ntfscat "$0" "$1" > "$2"', parts.windows, path, file]);
  return readFile(file);
}

async function fromEsp(path: string, target: string): Promise<Buffer> {
  const file = join(workspace.folder, target);
  await run('mcopy', ['-o', '-i', parts.esp, `::${path}`, file]);
  return readFile(file);
}

describe('the walk of an ISO from the inputs of build-vhd, which its action hands on whole', () => {
  it('enters each room once, to the NTFS volume windows alone', () => {
    const to = (start: string) => walks.filter(({ program }) => program.startsWith(start)).map(({ rooms }) => rooms);
    expect(to('wimlib-imagex apply')).toEqual([['windows']]);
    expect(to('7zz')).toContainEqual(['windows', 'archives']);
    for (const { rooms } of walks) expect(rooms).toEqual([...new Set(rooms)]);
  });
});

describe('the finished disk', () => {
  it('has a valid GPT with ESP, MSR and Windows in this order and nothing else', async () => {
    expect(await run('sgdisk', ['-v', parts.raw])).toContain('No problems found');
    const types: string[] = [];
    for (const index of [1, 2, 3]) {
      types.push(/GUID code: (\S+)/.exec(await run('sgdisk', ['-i', String(index), parts.raw]))?.[1] ?? '');
    }
    expect(types).toEqual([
      'C12A7328-F81F-11D2-BA4B-00A0C93EC93B',
      'E3C9E316-0B5C-4DB8-817D-F92DF00215AE',
      'EBD0A0A2-B9E5-4433-87C0-68B6B72699C7',
    ]);
    expect((await run('sgdisk', ['-p', parts.raw])).match(/^ +\d+ +\d+ +\d+/gm)).toHaveLength(3);
    expect(result.built?.layout.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
  });

  it('keeps its exact size, as qemu-img reads it', async () => {
    const info = JSON.parse(await run('qemu-img', ['info', '--output=json', vhd])) as { 'virtual-size': number };
    expect(info['virtual-size']).toBe(2 ** 31);
  });

  it('has file systems that their own checkers find clean', async () => {
    await run('fsck.fat', ['-n', parts.esp]);
    expect(await run('ntfsfix', ['-n', parts.windows])).toContain('processed successfully');
    // "Hidden sectors" of both boot sectors: where the partition begins.
    expect((await firstSector(parts.windows)).readUInt32LE(0x1c) * 512).toBe(
      result.built?.layout.partitions[2]?.offset,
    );
    expect((await firstSector(parts.esp)).readUInt32LE(0x1c) * 512).toBe(result.built?.layout.partitions[0]?.offset);
  });
});

describe('the Windows volume', () => {
  let before: WimEntries;
  let after: WimEntries;

  beforeAll(async () => {
    const { folder, context } = workspace;
    const media = await buildSampleMedia();
    await run('7zz', ['e', '-y', '-bd', `-o${folder}/original`, media.windowsIso, 'sources/install.wim']);
    await run('wimlib-imagex', ['capture', parts.windows, join(folder, 'captured.wim'), 'x', '--compress=none']);
    before = await listWim(join(folder, 'original', 'install.wim'), 2, context);
    after = await listWim(join(folder, 'captured.wim'), 1, context);
  });

  it('holds every file of the image with its content, attributes, times, links and security', () => {
    const changed = ['/Windows/System32/config/SYSTEM'];
    expect(before.size).toBeGreaterThan(500);
    for (const [path, entry] of before) {
      if (changed.includes(path)) continue;
      const found = new Map(after.get(path));
      expect({ path, ...Object.fromEntries(found) }).toEqual({ path, ...Object.fromEntries(entry) });
    }
  });

  it('has the changed hive under its old attributes and security', () => {
    const path = '/Windows/System32/config/SYSTEM';
    for (const field of ['Attributes', 'Security Descriptor', 'Creation Time']) {
      expect(after.get(path)?.get(field)).toBe(before.get(path)?.get(field));
    }
  });

  it('has nothing added but what was asked for', () => {
    const added = [...after.keys()].filter(
      (path) => !before.has(path) && !path.startsWith('/Windows/Setup/Stillframe'),
    );
    expect(added.toSorted((a, b) => a.localeCompare(b))).toEqual([
      '/Windows/Panther/unattend.xml',
      '/Windows/Setup/Scripts/SetupComplete.cmd',
      '/Windows/System32/drivers/pvscsi.sys',
    ]);
  });

  it('has the driver, the answer file, the large package and the installer byte for byte', async () => {
    const folder = join(workspace.folder, 'drivers');
    expect(await fromWindows('Windows/System32/drivers/pvscsi.sys', 'a')).toEqual(
      await readFile(join(folder, 'pvscsi', 'pvscsi.sys')),
    );
    expect((await fromWindows('Windows/Panther/unattend.xml', 'b')).toString()).toBe(UNATTEND);
    const [cabinet = ''] = packages;
    const staged = await fromWindows(`Windows/Setup/Stillframe/packages/01/${basename(cabinet)}`, 'c');
    expect(staged.equals(await readFile(cabinet))).toBe(true);
    const setup = await fromWindows(`Windows/Setup/Stillframe/tools/${basename(toolsSetup)}`, 'd');
    expect(setup.equals(await readFile(toolsSetup))).toBe(true);
  });

  it('gives every added file an access list, and what runs as SYSTEM or holds a password to SYSTEM and Administrators alone', () => {
    const isPrivate = /^\/Windows\/(Setup\/(Stillframe|Scripts)|Panther)\//;
    const added = [...after].filter(([path]) => !before.has(path));
    expect(added.length).toBeGreaterThan(15);
    for (const [path, entry] of added) {
      const list = Buffer.from(entry.get('Security Descriptor') ?? '', 'hex');
      // S-1-1-0 (everybody) nowhere, S-1-5-32-545 (users) only where programs lie that they may run.
      expect({ path, everybody: list.includes(Buffer.from('010100000000000100000000', 'hex')) }).toEqual({
        path,
        everybody: false,
      });
      const users = Buffer.from('01020000000000052000000021020000', 'hex');
      expect({ path, users: list.includes(users) }).toEqual({ path, users: !isPrivate.test(`${path}/`) });
      expect({ path, system: list.includes(Buffer.from('010100000000000512000000', 'hex')) }).toEqual({
        path,
        system: true,
      });
    }
  });

  it('runs the steps in order at first boot: driver, features with their source, update, Tools, firewall', () => {
    const steps = [...after.keys()].filter((path) => path.includes('/Stillframe/steps/')).map((path) => basename(path));
    expect(steps.toSorted((a, b) => a.localeCompare(b))).toEqual([
      '00-remove-answer-files.cmd',
      '05-log-file-system.cmd',
      '10-driver-pvscsi.cmd',
      '10-driver-vmxnet3.cmd',
      '20-feature-01.cmd',
      '20-feature-02.cmd',
      '30-update-01.cmd',
      '50-vmware-tools.cmd',
      '55-check-vmware-tools.cmd',
      '60-remote-desktop.cmd',
    ]);
    expect([...after.keys()].some((path) => /\/Stillframe\/sxs\/.*netfx3.*\.cab$/.test(path))).toBe(true);
  });
});

describe('the SYSTEM hive', () => {
  let before: Map<string, string>;
  let after: Map<string, string>;

  beforeAll(async () => {
    const { folder } = workspace;
    const media = await buildSampleMedia();
    await run('7zz', ['e', '-y', '-bd', `-o${folder}/original`, media.windowsIso, 'sources/install.wim']);
    await mkdir(join(folder, 'hives'));
    await run('wimlib-imagex', [
      'extract',
      join(folder, 'original', 'install.wim'),
      '2',
      '/Windows/System32/config/SYSTEM',
      `--dest-dir=${folder}/hives`,
    ]);
    await fromWindows('Windows/System32/config/SYSTEM', 'hives/after');
    before = await exported(join(folder, 'hives', 'SYSTEM'));
    after = await exported(join(folder, 'hives', 'after'));
  });

  async function exported(hive: string): Promise<Map<string, string>> {
    const keys = (await run('hivexregedit', ['--export', '--prefix', 'X', hive, '\\'])).split(/^\[/m).slice(1);
    return new Map(keys.map((key) => [key.slice(2, key.indexOf(']\n')), key.slice(key.indexOf(']\n') + 2).trim()]));
  }

  it('differs only in what was wanted', () => {
    const changed = [...after].filter(([key, text]) => before.get(key) !== text).map(([key]) => key);
    expect([...before.keys()].filter((key) => !after.has(key))).toEqual([]);
    const expected =
      /^\\?(ControlSet001\\Control\\Terminal Server|ControlSet001\\Services\\pvscsi(\\|$)|DriverDatabase\\)/;
    expect(changed.filter((key) => !expected.test(key))).toEqual([]);
    const database = changed.filter((key) => key.includes('DriverDatabase'));
    expect(database.filter((key) => !/pvscsi|VEN_15AD&DEV_07C0/i.test(key))).toEqual([]);
  });

  it('starts pvscsi at boot as its INF asks, for both of its device ids', () => {
    const key = (path: string): string => after.get(`\\${path}`) ?? after.get(path) ?? '';
    const service = key('ControlSet001\\Services\\pvscsi');
    expect(service).toContain('"Start"=dword:00000000');
    expect(service).toContain('"Type"=dword:00000001');
    expect(key('ControlSet001\\Services\\pvscsi\\Parameters')).toContain('"BusType"=dword:0000000a');
    expect(key('ControlSet001\\Services\\pvscsi\\Parameters\\PnpInterface')).toContain('"5"=dword:00000001');
    expect(key('DriverDatabase\\DeviceIds\\PCI\\VEN_15AD&DEV_07C0&SUBSYS_07C015AD')).toContain('01,ff,00,00');
    expect(key('DriverDatabase\\DeviceIds\\PCI\\VEN_15AD&DEV_07C0')).toContain('02,ff,00,00');
    const [, text = ''] =
      [...after].find(([path]) => /DriverPackages\\pvscsi\.inf_amd64_[0-9a-f]{16}$/.test(path)) ?? [];
    const version = /"Version"=hex\(3\):([0-9a-f,]+)/.exec(text)?.[1];
    // 1.3.25.0 of 2022-03-03, class SCSIAdapter: the INF's DriverVer as Windows packs it.
    expect(version).toBe(
      '00,ff,09,00,00,00,00,00,7b,e9,36,4d,25,e3,ce,11,bf,c1,08,00,2b,e1,03,18,' +
        '00,00,2f,a0,91,2e,d8,01,00,00,19,00,03,00,01,00,00,00,00,00,00,00,00,00',
    );
  });

  it('lets Remote Desktop listen', () => {
    const key =
      after.get('\\ControlSet001\\Control\\Terminal Server') ?? after.get('ControlSet001\\Control\\Terminal Server');
    expect(key).toContain('"fDenyTSConnections"=dword:00000000');
  });
});

describe('the EFI system partition', () => {
  it('has the boot manager as the fallback loader, and the tree of Windows/Boot/EFI', async () => {
    const manager = await fromEsp('/EFI/Microsoft/Boot/bootmgfw.efi', 'manager');
    expect(await fromEsp('/EFI/Boot/bootx64.efi', 'fallback')).toEqual(manager);
    const windows = await fromWindows('Windows/Boot/EFI/bootmgfw.efi', 'manager-of-windows');
    expect(manager).toEqual(windows);
    const listing = await run('mdir', ['-/', '-b', '-i', parts.esp, '::/']);
    for (const path of ['en-US/bootmgfw.efi.mui', 'Fonts/wgl4_boot.ttf', 'Resources/bootres.dll', 'memtest.efi']) {
      expect(listing).toContain(`::/EFI/Microsoft/Boot/${path}`);
    }
  });

  it('has a boot store whose loader names the Windows partition, as hivexsh reads it', async () => {
    await fromEsp('/EFI/Microsoft/Boot/BCD', 'BCD');
    const store = await run('hivexregedit', ['--export', '--prefix', 'X', join(workspace.folder, 'BCD'), '\\']);
    const element = (object: string, id: string): string => {
      const key = `[X\\Objects\\${object}\\Elements\\${id}]\n"Element"=`;
      const start = store.indexOf(key) + key.length;
      return start < key.length ? '' : (store.slice(start).split('\n')[0] ?? '').replace(/^hex\(\d\):|,/g, '');
    };
    const bootmgr = '{9dea862c-5cdd-4e70-acc1-f32b344d4795}';
    const loader = Buffer.from(element(bootmgr, '23000003'), 'hex').toString('utf16le').replace(/\0/g, '');
    const guids = await Promise.all(
      [1, 3].map(
        async (index) => /unique GUID: (\S+)/.exec(await run('sgdisk', ['-i', String(index), parts.raw]))?.[1],
      ),
    );
    const disk = /GUID\): (\S+)/.exec(await run('sgdisk', ['-p', parts.raw]))?.[1] ?? '';
    const [esp = '', windows = ''] = guids;
    for (const id of ['11000001', '21000001']) expect(element(loader, id)).toBe(device(windows, disk));
    expect(element(bootmgr, '11000001')).toBe(device(esp, disk));
    for (const id of ['14000008', '16000009']) expect(element(loader, id)).toBe('');
    const sh = await run('hivexsh', ['-f', scriptFile, join(workspace.folder, 'BCD')]);
    expect(sh).toContain('KeyName');
  });

  const scriptFile = join(import.meta.dirname, 'list-description.hivexsh');

  /** The 88 bytes as Windows writes them, from GUIDs as sgdisk prints them. */
  function device(partition: string, disk: string): string {
    const stored = (guid: string): string => {
      const [a = '', b = '', c = '', d = '', e = ''] = guid.toLowerCase().split('-');
      const reversed = (hex: string): string => Buffer.from(hex, 'hex').reverse().toString('hex');
      return reversed(a) + reversed(b) + reversed(c) + d + e;
    };
    return `${'00'.repeat(16)}06000000000000004800000000000000${stored(partition)}${'00'.repeat(8)}${stored(disk)}${'00'.repeat(16)}`;
  }
});

// By night: by day the firmware starts the VMDK of the chain (chain/artefacts), which has all of this disk.
describe.runIf(process.env.STILLFRAME_SOAK)('the firmware', () => {
  it('starts the fallback loader of the finished image', async () => {
    const said = await startInFirmware(vhd, 'vpc', workspace.folder);
    expect(said).toMatch(/boot manager: started from \\EFI\\BOOT\\BOOTX64\.EFI/i);
  });
});

// By night: by day the chain proves both, the one from end to end (chain/artefacts), the other of every kind of VHD (disk/vhd-writer).
describe.runIf(process.env.STILLFRAME_SOAK)('the same inputs', () => {
  it('give the same image, bit for bit, from other folders', async () => {
    const other = await createWorkspace();
    try {
      await cp(join(workspace.folder, 'unattend.xml'), join(other.folder, 'unattend.xml'));
      await build(other, everything(other.folder));
      expect(await sha256(join(other.folder, 'image.vhd'))).toBe(await sha256(vhd));
    } finally {
      await other.remove();
    }
  });

  it('give the same content as a fixed disk', async () => {
    const other = await createWorkspace();
    try {
      await build(other, {
        ...everything(workspace.folder),
        disk: { format: 'vhd', type: 'fixed', size: 2 ** 31, esp: 100 * 2 ** 20, msr: 16 * 2 ** 20, recovery: 'none' },
      });
      const fixed = join(other.folder, 'image.vhd');
      await run('qemu-img', ['compare', '-f', 'vpc', '-F', 'vpc', vhd, fixed]);
    } finally {
      await other.remove();
    }
  });
});

async function firstSector(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    return (await handle.read(Buffer.alloc(512), 0, 512, 0)).buffer;
  } finally {
    await handle.close();
  }
}

async function sha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
