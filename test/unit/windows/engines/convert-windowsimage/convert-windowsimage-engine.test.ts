import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoReader } from '../../../../../src/archives/iso/iso-reader.ts';
import { dwordValue } from '../../../../../src/registry/hive-tree.ts';
import { writeHive } from '../../../../../src/registry/hive-writer.ts';
import { createConvertEngine } from '../../../../../src/windows/engines/convert-windowsimage/convert-windowsimage-engine.ts';
import type { WindowsMedia } from '../../../../../src/windows/media/windows-media.ts';
import type { ImageRequest } from '../../../../../src/windows/plan/image-plan.ts';
import { splitPlan } from '../../../../../src/windows/plan/split-plan.ts';
import { writePlannedDisk } from '../../../../../src/windows/stage/planned-disk.ts';
import { sampleWim } from '../../../archives/wim/sample-wim.ts';
import { type PlayOptions, playWindows } from '../../attach/played-windows.ts';
import { fakeContext } from '../../fake-context.ts';
import { sampleDriver, samplePlan, sampleUpdate } from '../../sample-plan.ts';

const MIB = 2 ** 20;
const PARAMETERS = [
  ...['SourcePath', 'Edition', 'VHDPath', 'VHDFormat', 'SizeBytes', 'DiskLayout', 'BCDinVHD', 'VhdType'],
  ...['RemoteDesktopEnable', 'Feature', 'Package', 'Driver'],
];
const SYSTEM = writeHive(
  {
    name: 'ROOT',
    values: [],
    keys: [
      { name: 'Select', values: [dwordValue('Current', 1)], keys: [] },
      { name: 'ControlSet001', values: [], keys: [] },
    ],
  },
  0n,
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-convert-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, name);
  return path;
}

async function media(parts: readonly string[]): Promise<WindowsMedia> {
  const root = join(folder, 'iso');
  await mkdir(join(root, 'sources'), { recursive: true });
  for (const part of parts) await writeFile(join(root, part), sampleWim('<WIM><IMAGE INDEX="1"/></WIM>'));
  const disc: IsoReader = {
    path: 'D:\\x.iso',
    root,
    list: async () => [],
    extract: async () => {},
    close: async () => {},
  };
  return {
    iso: 'D:\\x.iso',
    disc,
    imageMember: parts[0] ?? '',
    imageParts: parts,
    imageSize: 1,
    sxsMember: 'sources/sxs',
  };
}

interface Case {
  readonly moduleServicing?: boolean;
  readonly answer?: PlayOptions['answer'];
  readonly found?: boolean;
  readonly makes?: boolean;
  readonly parts?: readonly string[];
}

/** Builds with Windows and its module played: the module lays out the disk in its own way. */
async function build(
  request: Partial<ImageRequest> = {},
  { moduleServicing = true, makes = true, ...play }: Case = {},
) {
  const plan = samplePlan(request);
  const own = samplePlan({ disk: { ...plan.disk, esp: 200 * MIB, msr: 128 * MIB } });
  const path = join(folder, 'x.vhd.stillframe-unchecked.vhd');
  const pending: Promise<unknown>[] = [];
  const asked: unknown[] = [];
  const table = (...rows: readonly string[]) => ({ stdout: ['a | b', '--- | ---', ...rows].join('\n') });
  const windows = playWindows({
    plan: own,
    folder,
    answer: (call, played) => {
      const early = play.answer?.(call, played);
      if (early !== undefined) return early;
      const script = basename(call.args.at(-1) ?? '');
      if (script === 'inspect-module.ps1')
        return { stdout: JSON.stringify({ found: play.found ?? true, parameters: PARAMETERS }) };
      if (script === 'convert-image.ps1') {
        asked.push(JSON.parse(String(call.options.input)));
        held.push(context.held.length);
        if (makes) pending.push(writePlannedDisk(own, [], path, context.signal));
        return { stdout: `INFO   : Applying image...\n{"made":${makes}}` };
      }
      if (call.tool === 'diskpart.exe' || call.tool !== 'dism.exe') return undefined;
      if (call.args.includes('/Get-Features')) return table('TelnetClient | Enabled');
      if (call.args.includes('/Get-Drivers')) return table('oem0.inf | vmxnet3.inf | 1.0.0.0');
      return call.args.includes('/Get-Packages') ? table() : {};
    },
  });
  const held: number[] = [];
  const run = windows.run;
  windows.run = async (...args) => {
    const output = await run(...args);
    await Promise.all(pending);
    return output;
  };
  windows.has = async () => false;
  const context = fakeContext(folder, windows);
  const rootOf = windows.rootOf;
  await mkdir(join(rootOf('W'), 'Windows', 'System32', 'config'), { recursive: true });
  await writeFile(join(rootOf('W'), 'Windows', 'System32', 'config', 'SYSTEM'), SYSTEM);
  const engine = createConvertEngine({ rootOf, pause: async () => {} });
  const { offline, firstBoot } = splitPlan(plan, engine.offline);
  const result: unknown = await (async () => {
    await engine.check(path, context);
    const opened = await engine.open(await media(play.parts ?? ['sources/install.wim']), context);
    return opened.build({ plan, offline, firstBoot, skipNotApplicable: false, moduleServicing }, path);
  })().catch((error: unknown) => error);
  return { plan, own, windows, context, result, asked, held, path };
}

describe('the engine convert-windowsimage', () => {
  it('calls the module with the image by its index, and takes the layout that it makes', async () => {
    const { result, own, asked, windows, context, held, path } = await build();
    expect(result).toMatchObject({
      findings: [],
      plan: { diskGuid: own.diskGuid, esp: own.esp, windows: { guid: own.windows.guid } },
    });
    expect(asked).toEqual([
      {
        path,
        arguments: {
          ...{ SourcePath: join(folder, 'iso/sources/install.wim'), Edition: '2', VHDPath: path, VHDFormat: 'VHD' },
          ...{ SizeBytes: 2048 * MIB, DiskLayout: 'UEFI', BCDinVHD: 'VirtualMachine', VhdType: 'Dynamic' },
        },
        switches: [],
      },
    ]);
    // The disk is held while the module has it attached.
    expect(held).toEqual([1]);
    expect(context.held).toEqual([]);
    expect(context.lines).toContain('INFO   : Applying image...');
    // Its boot files are from before servicing, and its store searches for Windows: bcdboot runs again.
    expect(windows.story.filter((line) => /^bcdboot|^detach|^attach/.test(line))).toEqual([
      'attach-disk.ps1',
      expect.stringMatching(/^bcdboot\.exe .* \/c$/),
      'detach-disk.ps1',
    ]);
    expect(windows.story.join()).not.toContain('format fs=');
  });

  async function everything(): Promise<Partial<ImageRequest>> {
    const driver = { ...sampleDriver('vmxnet3'), files: [{ path: 'vmxnet3.inf', source: await file('vmxnet3.inf') }] };
    const packages = [
      { ...sampleUpdate('', 'servicing-stack'), path: await file('ssu.cab') },
      { ...sampleUpdate('', 'cumulative'), path: await file('lcu.cab') },
    ];
    return { packages, drivers: [driver], features: ['TelnetClient'], remoteDesktop: true };
  }

  it('leaves drivers, features and updates to the module, from the ISO, and cleans up itself', async () => {
    const { result, asked, windows } = await build(await everything());
    expect(result).toMatchObject({ findings: [] });
    const [{ arguments: given, switches }] = asked as [{ arguments: Record<string, unknown>; switches: unknown }];
    expect(given.SourcePath).toBe('D:\\x.iso');
    expect(given.Feature).toEqual(['TelnetClient']);
    expect((given.Package as string[]).map((path) => basename(path))).toEqual(['ssu.cab', 'lcu.cab']);
    expect(given.Driver).toEqual([join(folder, 'driver-1')]);
    expect(switches).toEqual(['RemoteDesktopEnable']);
    const said = windows.story.join('\n');
    expect(said).not.toMatch(/\/Add-Package|\/Add-Driver|\/Enable-Feature/);
    expect(said).toContain('/Cleanup-Image');
    expect(said).toContain('/Get-Drivers');
  });

  it('leaves them to DISM where the module shall not service', async () => {
    const { result, asked, windows } = await build(await everything(), { moduleServicing: false });
    expect(result).toMatchObject({ findings: [] });
    expect(asked).toMatchObject([{ arguments: { SourcePath: join(folder, 'iso/sources/install.wim') } }]);
    expect(JSON.stringify(asked)).not.toMatch(/Package|Driver|"Feature/);
    const commands = windows.story.flatMap((line) => /\/(Add-\w+|Enable-\w+|Cleanup-\w+)/.exec(line)?.[1] ?? []);
    expect(commands).toEqual([
      'Add-Driver',
      'Add-Package',
      'Add-Package',
      'Enable-Feature',
      'Add-Package',
      'Cleanup-Image',
    ]);
  });

  it('says how to get the module before anything is read', async () => {
    const { result, asked } = await build({}, { found: false });
    expect(result).toMatchObject({
      code: 'tool-missing',
      hint: expect.stringContaining('Install-Module -Name Convert-WindowsImage') as string,
    });
    expect(asked).toEqual([]);
  });

  it('does not believe a module that ends well and made nothing', async () => {
    const { result, context } = await build({}, { makes: false });
    expect(result).toMatchObject({
      code: 'servicing-unproven',
      message: expect.stringContaining('made no ') as string,
    });
    expect(context.held).toHaveLength(1);
  });

  it('refuses a split image', async () => {
    const { result } = await build({}, { parts: ['sources/install.swm', 'sources/install2.swm'] });
    expect(result).toMatchObject({
      code: 'not-windows-media',
      message: expect.stringContaining('split image') as string,
    });
  });
});
