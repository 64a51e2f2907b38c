import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoReader } from '../../../../../src/archives/iso/iso-reader.ts';
import { readLayout } from '../../../../../src/disk/layout.ts';
import { openDisk } from '../../../../../src/disk/open-disk.ts';
import { dwordValue } from '../../../../../src/registry/hive-tree.ts';
import { writeHive } from '../../../../../src/registry/hive-writer.ts';
import { createDismEngine } from '../../../../../src/windows/engines/dism/dism-engine.ts';
import type { BuiltDisk } from '../../../../../src/windows/engines/engine.ts';
import type { WindowsMedia } from '../../../../../src/windows/media/windows-media.ts';
import type { ImageRequest } from '../../../../../src/windows/plan/image-plan.ts';
import { splitPlan } from '../../../../../src/windows/plan/split-plan.ts';
import { sampleWim } from '../../../archives/wim/sample-wim.ts';
import { type PlayOptions, playWindows } from '../../attach/played-windows.ts';
import { fakeContext } from '../../fake-context.ts';
import { sampleDriver, samplePlan, sampleRequest, sampleUpdate } from '../../sample-plan.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-dism-engine-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A mounted ISO; without `mounted` one that 7-Zip reads. */
async function media(mounted: boolean, parts: readonly string[] = ['sources/install.wim']): Promise<WindowsMedia> {
  const root = join(folder, 'iso');
  await mkdir(join(root, 'sources'), { recursive: true });
  for (const [index, part] of parts.entries()) {
    const place = { part: index + 1, parts: parts.length };
    await writeFile(join(root, part), sampleWim('<WIM><IMAGE INDEX="1"><NAME>One</NAME></IMAGE></WIM>', place));
  }
  const disc: IsoReader = {
    path: 'D:\\x.iso',
    root: mounted ? root : undefined,
    list: async () => [],
    extract: async (paths, target) => {
      for (const path of paths) {
        await mkdir(join(target, 'sources'), { recursive: true });
        if (!path.endsWith('sxs')) await writeFile(join(target, path), await readFile(join(root, path)));
      }
    },
    close: async () => {},
  };
  return {
    ...{
      iso: 'D:\\x.iso',
      disc,
      imageMember: parts[0] ?? '',
      imageParts: parts,
      imageSize: 100,
      sxsMember: 'sources/sxs',
      hasNetFx3: true,
      setupMembers: [],
    },
  };
}

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

/** Builds with Windows played; DISM puts a SYSTEM hive where it applies the image. */
async function build(
  request: Partial<ImageRequest> = {},
  {
    answer,
    iso,
    ...options
  }: Partial<PlayOptions> & { iso?: WindowsMedia; packages?: readonly string[]; skip?: boolean } = {},
) {
  const plan = samplePlan(request);
  const drivers = plan.drivers.map(
    ({ infName, version }, index) => `oem${index}.inf | ${infName} | No | x | x | x | ${version}`,
  );
  const windows = playWindows({
    plan,
    folder,
    ...options,
    answer: (call, played) => {
      const early = answer?.(call, played);
      if (early !== undefined || call.tool !== 'dism.exe') return early;
      const has = (word: string): boolean => call.args.includes(word);
      if (has('/Apply-Image')) {
        const config = join(played.rootOf('W'), 'Windows', 'System32', 'config');
        applied.push(mkdir(config, { recursive: true }).then(() => writeFile(join(config, 'SYSTEM'), SYSTEM)));
      }
      const table = (rows: readonly string[]) => ({ stdout: ['a | b', '--- | ---', ...rows].join('\n') });
      if (has('/Get-Features')) return table(['TelnetClient | Enabled', 'NetFx3 | Enabled']);
      if (has('/Get-Drivers')) return table(drivers);
      if (has('/Get-DriverInfo')) return { stdout: 'Boot Critical : Yes' };
      return has('/Get-Packages')
        ? table(options.packages ?? [`${ROLLUP}~31bf3856ad364e35~amd64~~17763.8027.1.1 | Installed`])
        : {};
    },
  });
  const applied: Promise<void>[] = [];
  const run = windows.run;
  windows.run = async (...args) => {
    const output = await run(...args);
    await Promise.all(applied);
    return output;
  };
  windows.has = async () => false;
  const context = fakeContext(folder, windows);
  const engine = createDismEngine({ rootOf: windows.rootOf, pause: async () => {} });
  const opened = await engine.open(iso ?? (await media(true)), context);
  const { offline, firstBoot } = splitPlan(plan, engine.offline);
  const path = join(folder, 'x.vhd.stillframe-unchecked.vhd');
  const result: unknown = await opened
    .build({ plan, offline, firstBoot, skipNotApplicable: options.skip ?? false, moduleServicing: true }, path)
    .catch((error: unknown) => error);
  return { plan, windows, context, opened, result, path, stagedIn: () => join(windows.rootOf('W'), 'Windows') };
}

describe('the engine dism', () => {
  it('works on Windows alone with what belongs to Windows, and does everything offline', () => {
    const engine = createDismEngine();
    expect(engine).toMatchObject({ name: 'dism', onWindows: true });
    expect(engine.tools.every((tool) => tool.endsWith('.exe'))).toBe(true);
    expect(Object.values(engine.offline)).toEqual(Array.from({ length: 5 }, () => ({ offline: true })));
  });

  it('makes, attaches, formats, applies, writes the boot files and detaches, in this order', async () => {
    const { windows, context, result, path, plan } = await build();
    expect(result).toEqual({ plan, findings: [], leftOut: [] });
    expect(windows.story.filter((line) => !line.startsWith('inspect') && !line.startsWith('icacls'))).toEqual([
      'attach-disk.ps1',
      'diskpart: select disk 7, select partition 1, format fs=fat32 label=SYSTEM quick',
      'diskpart: select disk 7, select partition 3, assign letter=W',
      'diskpart: select disk 7, select partition 3, format fs=ntfs label=Windows quick',
      `dism.exe /Apply-Image /ImageFile:${join(folder, 'iso/sources/install.wim')} /Index:2 /ApplyDir:${windows.rootOf('W')}`,
      'diskpart: select disk 7, select partition 1, assign letter=V',
      expect.stringMatching(/^bcdboot\.exe \S+W-drive\\Windows \/s V: \/f UEFI \/l en-US \/c$/),
      'diskpart: select disk 7, select partition 1, remove letter=V',
      'diskpart: select disk 7, select partition 3, remove letter=W',
      'detach-disk.ps1',
    ]);
    expect(context.held).toEqual([]);
    expect(windows.attached).toBeUndefined();
    const disk = await openDisk(path);
    const layout = await readLayout(disk);
    await disk.close();
    expect(layout.partitions.map(({ guid, offset, size }) => ({ guid, offset, size }))).toEqual(
      plan.partitions.map(({ guid, offset, size }) => ({ guid, offset, size })),
    );
  });

  it('formats a Recovery partition that was asked for, without giving it a letter', async () => {
    const { windows, result, plan } = await build({ disk: { ...sampleRequest().disk, recovery: 'last' } });
    expect(result).toEqual({ plan, findings: [], leftOut: [] });
    expect(windows.story.filter((line) => line.includes('partition 4'))).toEqual([
      'diskpart: select disk 7, select partition 4, format fs=ntfs label=Recovery quick',
    ]);
  });

  it('services in the order of the plan, after the names of features were checked and before the boot files', async () => {
    const { plan, windows, result } = await build({
      packages: [await cumulative()],
      features: ['TelnetClient', 'NetFx3'],
      remoteDesktop: true,
    });
    expect(result).toEqual({ plan, findings: [], leftOut: [] });
    const words = windows.story.flatMap((line) => {
      const command = /^dism\.exe (?:\/Image:\S+ )?\/([A-Za-z-]+)(?: \/FeatureName:(\w+))?/.exec(line);
      if (command) return [command.slice(1).filter(Boolean).join(' ')];
      return /^(?:bcdboot|reg)\.exe(?: (?:un)?load| import)?/.exec(line)?.[0] ?? [];
    });
    expect(words).toEqual([
      'Apply-Image',
      'Get-Features',
      'Add-Package',
      'Enable-Feature TelnetClient',
      'Add-Package',
      'Cleanup-Image',
      'Enable-Feature NetFx3',
      'reg.exe load',
      'reg.exe import',
      'reg.exe unload',
      'bcdboot.exe',
      'Get-Features',
      'Get-Packages',
    ]);
  });

  it('refuses an update that DISM installed without an error and that is not in the image', async () => {
    const { result, context } = await build({ packages: [await cumulative()] }, { packages: [] });
    expect(result).toMatchObject({
      code: 'servicing-unproven',
      message: expect.stringContaining(`(${ROLLUP} 17763.8027.1.1) is not among the packages of the image`) as string,
    });
    expect(context.held).toHaveLength(1);
  });

  it('leaves out what is not for this image where that may be, and does not look for it', async () => {
    const answer: PlayOptions['answer'] = ({ args }) =>
      args.includes('/Add-Package') ? { exitCode: 0x800f081e } : undefined;
    const packages = [await cumulative()];
    const features = ['TelnetClient'];
    const { result } = await build({ packages, features }, { answer, packages: [], skip: true });
    const leftOut = (result as BuiltDisk).leftOut.map((step) => step.kind);
    // Both turns of it.
    expect(leftOut).toEqual(['package', 'package']);
    expect((result as BuiltDisk).findings.map(({ code }) => code)).toEqual([
      'package-not-applicable',
      'package-not-applicable',
    ]);
  });

  it('says nothing where the second turn of an update finds nothing to do, and looks for what the first brought', async () => {
    let turns = 0;
    const answer: PlayOptions['answer'] = ({ args }) =>
      args.includes('/Add-Package') && ++turns === 2 ? { exitCode: 0x800f081e } : undefined;
    const request = { packages: [await cumulative()], features: ['TelnetClient'] };
    const { plan, result } = await build(request, { answer, skip: true });
    expect(result).toEqual({ plan, findings: [], leftOut: [] });
    turns = 0;
    const missing = await build(request, { answer, skip: true, packages: [] });
    expect(missing.result).toMatchObject({ code: 'servicing-unproven' });
  });

  it('lists the packages before as well where one does not say its name', async () => {
    const lists = (story: readonly string[]) => story.filter((line) => line.includes('/Get-Packages')).length;
    const plain = { ...sampleUpdate('', undefined), path: await file('plain.cab') };
    const { result, windows } = await build({ packages: [plain] });
    expect(result).toMatchObject({ message: expect.stringContaining('plain.cab changed nothing') as string });
    expect(lists(windows.story)).toBe(2);
  });

  it('installs drivers by DISM, and stages the answer file and the steps of the first boot as every engine does', async () => {
    const driver = {
      ...sampleDriver('pvscsi', true),
      files: [{ path: 'pvscsi.inf', source: await file('pvscsi.inf') }],
    };
    let unattend = '';
    const { plan, windows, result } = await build(
      { drivers: [driver], toolsSetup: { path: await file('setup64.exe'), sha256: '' } },
      {
        answer: ({ tool }, played) => {
          if (tool !== 'bcdboot.exe') return undefined;
          const root = played.rootOf('W');
          unattend = String(existsSync(join(root, 'Windows/Panther/unattend.xml')));
          unattend += String(existsSync(join(root, 'Windows/Setup/Stillframe/tools/setup64.exe')));
          return undefined;
        },
      },
    );
    expect(result).toEqual({ plan, findings: [], leftOut: [] });
    expect(unattend).toBe('truetrue');
    expect(windows.story.some((line) => /\/Add-Driver \/Driver:\S+pvscsi\.inf$/.test(line))).toBe(true);
    expect(windows.story.some((line) => line.includes('/Get-DriverInfo /Driver:oem0.inf'))).toBe(true);
  });

  it('refuses a feature that the image does not know before anything is installed', async () => {
    const packages = [{ ...sampleUpdate('', 'cumulative'), path: await file('lcu.msu') }];
    const { windows, result } = await build({ packages, features: ['TelnetClien'] });
    expect(result).toMatchObject({
      code: 'feature-unknown',
      message: expect.stringContaining('TelnetClient') as string,
    });
    expect(windows.story.join()).not.toContain('/Add-Package');
  });

  it('leaves the disk held when it fails, so that whoever unwinds detaches it', async () => {
    const answer: PlayOptions['answer'] = ({ args }) =>
      args.includes('/Apply-Image') ? { exitCode: 5, stderr: 'no' } : undefined;
    const { context, result, path } = await build({}, { answer });
    expect(result).toMatchObject({ name: 'ToolError', exitCode: 5 });
    expect(context.held).toEqual([{ kind: 'attached-disk', data: { path } }]);
  });

  it('formats nothing on a disk that is not the planned one', async () => {
    const { windows, result } = await build({}, { diskGuid: '01234567-89ab-4def-8123-456789abcdef' });
    expect(result).toMatchObject({ code: 'layout-wrong' });
    expect(windows.story.join()).not.toContain('diskpart');
  });

  it('takes a split image, and copies out of an ISO that is not mounted', async () => {
    const iso = await media(false, ['sources/install.swm', 'sources/install2.swm']);
    const { plan, windows, opened, result } = await build({}, { iso });
    expect(result).toEqual({ plan, findings: [], leftOut: [] });
    expect(opened.images.map(({ name }) => name)).toEqual(['One']);
    expect(await opened.features(samplePlan().image)).toBe('later');
    const sources = join(folder, 'media', 'sources');
    expect(windows.story.find((line) => line.includes('/Apply-Image'))).toContain(
      `/ImageFile:${join(sources, 'install.swm')} /Index:2 /SWMFile:${join(sources, 'install*.swm')} /ApplyDir:`,
    );
  });

  it('refuses an image that is no installed Windows', async () => {
    const answer: PlayOptions['answer'] = ({ args }) => (args.includes('/Apply-Image') ? {} : undefined);
    expect((await build({}, { answer })).result).toMatchObject({ code: 'not-windows-media' });
  });
});

const ROLLUP = 'Package_for_RollupFix';

async function cumulative() {
  const identities = [{ name: ROLLUP, version: '17763.8027.1.1' }];
  return { ...sampleUpdate('', 'cumulative', '17763.8027'), path: await file('lcu.msu'), identities };
}

async function file(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, name);
  return path;
}
