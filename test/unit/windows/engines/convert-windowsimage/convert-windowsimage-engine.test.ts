import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoReader } from '../../../../../src/archives/iso/iso-reader.ts';
import { readGpt } from '../../../../../src/disk/gpt/gpt.ts';
import { openDisk } from '../../../../../src/disk/open-disk.ts';
import { dwordValue } from '../../../../../src/registry/hive-tree.ts';
import { writeHive } from '../../../../../src/registry/hive-writer.ts';
import { createConvertEngine } from '../../../../../src/windows/engines/convert-windowsimage/convert-windowsimage-engine.ts';
import type { WindowsMedia } from '../../../../../src/windows/media/windows-media.ts';
import type { ImagePlan, ImageRequest } from '../../../../../src/windows/plan/image-plan.ts';
import { splitPlan } from '../../../../../src/windows/plan/split-plan.ts';
import { writePlannedDisk } from '../../../../../src/windows/stage/planned-disk.ts';
import { sampleWim } from '../../../archives/wim/sample-wim.ts';
import { type PlayOptions, playWindows } from '../../attach/played-windows.ts';
import { fakeContext } from '../../fake-context.ts';
import { sampleDriver, samplePlan, sampleRequest, sampleUpdate } from '../../sample-plan.ts';

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
    hasNetFx3: true,
    setupMembers: [],
  };
}

interface Case {
  readonly moduleServicing?: boolean;
  readonly answer?: PlayOptions['answer'];
  readonly found?: boolean;
  /** What DISM lists in the end. */
  readonly packages?: readonly string[];
  readonly makes?: boolean;
  readonly parts?: readonly string[];
  readonly parameters?: readonly string[];
  /** Name of the disk's folder below the test's. */
  readonly below?: string;
}

/** As the gallery's module lays out: MSR, ESP, Windows, with identifiers of its own. */
function ofModule(plan: ImagePlan): ImagePlan {
  const own = samplePlan({ disk: { ...plan.disk, esp: 260 * MIB } });
  const [esp, msr, windows] = own.partitions.map((partition, index) => ({
    ...partition,
    guid: `00000000-0000-4000-8000-00000000000${index}`,
  }));
  if (esp === undefined || msr === undefined || windows === undefined) throw new Error('no layout');
  const at = 276 * MIB;
  const partitions = [
    { ...msr, offset: MIB, size: 15 * MIB },
    { ...esp, offset: 16 * MIB },
    { ...windows, offset: at, size: plan.windows.offset + plan.windows.size - at },
  ];
  return { ...own, partitions, diskGuid: '00000000-0000-4000-8000-0000000000ff' };
}

/** And as we lay it out anew. */
function laidOut(plan: ImagePlan): ImagePlan {
  const [esp, msr, windows] = plan.partitions;
  if (esp === undefined || msr === undefined || windows === undefined) throw new Error('no layout');
  const end = windows.offset + windows.size;
  const partitions = [
    { ...esp, size: 259 * MIB },
    { ...msr, offset: 260 * MIB },
    { ...windows, offset: 276 * MIB, size: end - 276 * MIB },
  ] as const;
  return { ...plan, partitions, esp: partitions[0], windows: partitions[2], disk: { ...plan.disk, esp: 259 * MIB } };
}

const ESP = {
  code: 'esp-of-module',
  severity: 'info',
  seen: expect.stringMatching(/^The EFI system partition has 259 MiB, planned were 100 MiB: /) as string,
};
const STACK = { name: 'Package_for_KB5005112', version: '17763.2114.1.2' };
const ROLLUP = { name: 'Package_for_RollupFix', version: '17763.8880.1.5' };
const PRESENT = [STACK, ROLLUP].map(({ name, version }) => `${name}~31bf3856ad364e35~amd64~~${version} | Installed`);

/** Builds with Windows and its module played: the module lays out the disk in its own way, under a name of its own. */
async function build(
  request: Partial<ImageRequest> = {},
  { moduleServicing = true, makes = true, parameters = PARAMETERS, below = '.', ...play }: Case = {},
) {
  const plan = samplePlan(request);
  const own = laidOut(plan);
  await mkdir(join(folder, below), { recursive: true });
  const path = join(folder, below, 'x.vhd.stillframe-unchecked.vhd');
  const pending: Promise<unknown>[] = [];
  const asked: unknown[] = [];
  const held: (readonly string[])[] = [];
  const table = (...rows: readonly string[]) => ({ stdout: ['a | b', '--- | ---', ...rows].join('\n') });
  const windows = playWindows({
    plan: own,
    folder,
    answer: (call, played) => {
      const early = play.answer?.(call, played);
      if (early !== undefined) return early;
      const script = basename(call.args.at(-1) ?? '');
      if (script === 'inspect-module.ps1') return { stdout: JSON.stringify({ found: play.found ?? true, parameters }) };
      if (script === 'convert-image.ps1') {
        const wish = JSON.parse(String(call.options.input)) as { path: string };
        asked.push(wish);
        held.push(context.held.map(({ kind }) => kind));
        if (makes) pending.push(writePlannedDisk(ofModule(plan), [], wish.path, context.signal));
        return { stdout: `INFO   : Applying image...\n{"made":${makes}}` };
      }
      if (call.tool === 'diskpart.exe' || call.tool !== 'dism.exe') return undefined;
      if (call.args.includes('/Get-Features')) return table('TelnetClient | Enabled');
      if (call.args.includes('/Get-Drivers')) return table('oem0.inf | vmxnet3.inf | 1.0.0.0');
      return call.args.includes('/Get-Packages') ? table(...(play.packages ?? PRESENT)) : {};
    },
  });
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
  it('calls the module with the image by its index, and lays out anew what it makes', async () => {
    const { result, own, asked, windows, context, held, path } = await build();
    expect(result).toMatchObject({ findings: [ESP], plan: own });
    const made = join(`${path}.module`, basename(path));
    expect(asked).toEqual([
      {
        path: made,
        arguments: {
          ...{ SourcePath: join(folder, 'iso/sources/install.wim'), Edition: '2', VHDPath: made, VHDFormat: 'VHD' },
          ...{ SizeBytes: 2048 * MIB, DiskLayout: 'UEFI', BCDinVHD: 'VirtualMachine', VhdType: 'Dynamic' },
        },
        switches: [],
      },
    ]);
    // Whatever the module has attached, under whatever name, is held; in the end nothing is.
    expect(held).toEqual([['module-folder']]);
    expect(context.held).toEqual([]);
    expect(existsSync(`${path}.module`)).toBe(false);
    const disk = await openDisk(path);
    expect((await readGpt(disk)).partitions.map(({ guid }) => guid)).toEqual(own.partitions.map(({ guid }) => guid));
    await disk.close();
    expect(context.lines).toContain('INFO   : Applying image...');
    // Its boot files are from before servicing, and its store searches for Windows: the ESP is made and filled again.
    expect(windows.story.filter((line) => /^bcdboot|^detach|^attach|format/.test(line))).toEqual([
      'attach-disk.ps1',
      expect.stringMatching(/select partition 1, format fs=fat32 label=SYSTEM quick$/),
      expect.stringMatching(/^bcdboot\.exe .* \/c$/),
      'detach-disk.ps1',
    ]);
  });

  async function everything(): Promise<Partial<ImageRequest>> {
    const driver = { ...sampleDriver('vmxnet3'), files: [{ path: 'vmxnet3.inf', source: await file('vmxnet3.inf') }] };
    const packages = [
      { ...sampleUpdate('', 'servicing-stack'), path: await file('ssu.cab'), identities: [STACK] },
      { ...sampleUpdate('', 'cumulative'), path: await file('lcu.cab'), identities: [ROLLUP] },
    ];
    return { packages, drivers: [driver], features: ['TelnetClient'], remoteDesktop: true };
  }

  it('says nothing of the ESP where it has the size that was asked for', async () => {
    const { result } = await build({ disk: { ...sampleRequest().disk, esp: 259 * MIB } });
    expect(result).toMatchObject({ findings: [] });
  });

  it('leaves drivers, features and updates to the module, from the ISO, and cleans up itself', async () => {
    const { result, asked, windows, held } = await build(await everything());
    expect(result).toMatchObject({ findings: [ESP] });
    const [{ arguments: given, switches }] = asked as [{ arguments: Record<string, unknown>; switches: unknown }];
    expect(given.SourcePath).toBe('D:\\x.iso');
    expect(given.Feature).toEqual(['TelnetClient']);
    expect((given.Package as string[]).map((path) => basename(path))).toEqual(['ssu.cab', 'lcu.cab']);
    expect(given.Driver).toEqual([join(folder, 'driver-1')]);
    // It would load a hive for it; ours is written by the registry step.
    expect(switches).toEqual([]);
    expect(windows.story.join('\n')).toMatch(/reg\.exe load/i);
    expect(held).toEqual([['module-folder', 'mounted-iso']]);
    const said = windows.story.join('\n');
    expect(said).not.toMatch(/\/Add-Package|\/Add-Driver|\/Enable-Feature/);
    expect(said).toContain('/Cleanup-Image');
    expect(said).toContain('/Get-Drivers');
  });

  it('refuses an update that it installed without an error and that is not in the image', async () => {
    for (const moduleServicing of [true, false]) {
      const { result } = await build(await everything(), { moduleServicing, packages: PRESENT.slice(1) });
      expect(result).toMatchObject({
        code: 'servicing-unproven',
        message: expect.stringContaining('ssu.cab (Package_for_KB5005112 17763.2114.1.2) is not among') as string,
      });
    }
  });

  it('says of an update without a name that it cannot be looked for: what was there before the module nobody knows', async () => {
    const packages = [{ ...sampleUpdate('', undefined), path: await file('plain.cab') }];
    expect((await build({ packages })).result).toMatchObject({
      findings: [ESP, { code: 'package-unproven', seen: expect.stringContaining('plain.cab') as string }],
    });
    expect((await build({ packages }, { moduleServicing: false })).result).toMatchObject({
      code: 'servicing-unproven',
    });
  });

  it('leaves them to DISM where the module shall not service', async () => {
    const { result, asked, windows } = await build(await everything(), { moduleServicing: false });
    expect(result).toMatchObject({ findings: [ESP] });
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

  it('leaves features to DISM where the module cannot find their files, and the updates that come after them', async () => {
    const commands = async (parts: readonly string[], parameters: readonly string[]) => {
      const { result, asked, windows, held } = await build(await everything(), { parts, parameters });
      expect(result).toMatchObject({ findings: [ESP] });
      expect(held).toEqual([['module-folder']]);
      const [{ arguments: given }] = asked as [{ arguments: Record<string, unknown> }];
      expect(given).not.toHaveProperty('Feature');
      expect(given.SourcePath).toBe(join(folder, 'iso', ...parts));
      expect((given.Package as string[]).map((path) => basename(path))).toEqual(['ssu.cab', 'lcu.cab']);
      return windows.story.flatMap((line) => /\/(Add-\w+|Enable-\w+|Cleanup-\w+)/.exec(line)?.[1] ?? []);
    };
    const others = PARAMETERS.map((name) => (name === 'VhdType' ? 'IsFixed' : name));
    expect(await commands(['sources/install.esd'], others)).toEqual(['Enable-Feature', 'Add-Package', 'Cleanup-Image']);
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
    const { result, context, path } = await build({}, { makes: false });
    expect(result).toMatchObject({
      code: 'servicing-unproven',
      message: expect.stringContaining('made no ') as string,
    });
    // What it left under another name goes with its folder.
    expect(context.held).toEqual([{ kind: 'module-folder', data: { path: `${path}.module` } }]);
  });

  it('refuses install.esd where the variant does not read it, before the image is copied', async () => {
    const { result, asked } = await build({}, { parts: ['sources/install.esd'] });
    expect(result).toMatchObject({ code: 'tool-too-old', message: expect.stringContaining('install.esd') as string });
    expect(asked).toEqual([]);
  });

  it('refuses a path that the module takes for a pattern', async () => {
    const { result, windows } = await build({}, { below: 'a [1]' });
    expect(result).toMatchObject({ code: 'path-invalid', message: expect.stringContaining('a [1]') as string });
    expect(windows.story).toEqual([]);
  });

  it('refuses a split image', async () => {
    const { result } = await build({}, { parts: ['sources/install.swm', 'sources/install2.swm'] });
    expect(result).toMatchObject({
      code: 'not-windows-media',
      message: expect.stringContaining('split image') as string,
    });
  });
});
