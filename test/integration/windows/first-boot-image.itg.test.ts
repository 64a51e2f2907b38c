/** What the bundle of build-vhd leaves in an image for its first boot, read back by ntfs-3g and judged by the double's guest. */

import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import type { GuestOutcome } from '../../fakes/vsphere/state.ts';
import { GUEST_PASSWORD, writeAnswerFile } from '../../media/answer-file.ts';
import { writeCabinet } from '../../media/updates/cabinet.ts';
import { type Chain, openChain } from '../chain/chain-fixture.ts';
import { createWorkspace, listWim, type TakenApart, takeApart, type WimEntries, type Workspace } from './build-run.ts';
import { changedIso } from './changed-iso.ts';

const STAGE = 'Windows/Setup/Stillframe';
/** As public recipes have it: it sets something and ends whoever called it. */
const OWN = Buffer.from(
  '@echo off\r\nrem \xe4\r\nreg add HKLM\\Software\\Acme /v Built /d 1 /f\r\nexit /b 0',
  'latin1',
);

let chain: Chain;
let workspace: Workspace;
beforeAll(async () => {
  chain = await openChain();
  workspace = await createWorkspace();
});
afterAll(async () => {
  await workspace.remove();
  await chain.close();
});

async function must(action: string, inputs: Readonly<Record<string, string>>) {
  const { exitCode, lines, outputs } = await chain.run(action, inputs);
  if (exitCode !== 0) throw new Error(`${action} ended with ${exitCode}:\n${lines.slice(-20).join('\n')}`);
  return outputs;
}

async function run(tool: string, args: readonly string[]): Promise<string> {
  return (await workspace.context.tools.run(tool, args)).stdout;
}

interface Image extends TakenApart {
  readonly outputs: Readonly<Record<string, string | undefined>>;
  /** Every step with its commands, in the order in which they run. */
  readonly steps: readonly { readonly id: string; readonly text: string }[];
  read(path: string): Promise<Buffer>;
  text(path: string): Promise<string>;
}

async function build(name: string, iso: string, inputs: Readonly<Record<string, string>>): Promise<Image> {
  const vhd = join(chain.folder, `${name}.vhd`);
  const outputs = await must('build-vhd', { iso, edition: '1', size: '2 GiB', esp: '100 MiB', vhd, ...inputs });
  const folder = join(workspace.folder, `${name}-parts`);
  await mkdir(folder);
  const parts = await takeApart(vhd, folder, workspace.context);
  const read = async (path: string): Promise<Buffer> => {
    const copy = join(folder, 'file');
    // An empty text is the answer where there is no such file.
    await run('sh', ['-c', 'ntfscat "$0" "$1" > "$2" 2>/dev/null || :', parts.windows, path, copy]);
    return readFile(copy);
  };
  const text = async (path: string): Promise<string> => (await read(path)).toString('latin1');
  const names = (await run('ntfsls', ['-p', `/${STAGE}/steps`, parts.windows])).split('\n').filter((one) => one !== '');
  const steps: { id: string; text: string }[] = [];
  for (const id of names.sort()) steps.push({ id, text: await text(`${STAGE}/steps/${id}`) });
  return { ...parts, outputs, steps, read, text };
}

const stepOf = ({ steps }: Image, pattern: RegExp): { id: string; text: string } =>
  steps.find(({ text }) => pattern.test(text)) ?? { id: `no step like ${pattern}`, text: '' };

describe('an image with everything, whose ISO has a SetupComplete.cmd of its own', () => {
  let image: Image;
  let files: WimEntries;

  beforeAll(async () => {
    const { folder, context } = workspace;
    const change = { files: { 'Windows/Setup/Scripts/setupcomplete.CMD': OWN } };
    const iso = await changedIso(join(folder, 'own'), change, context.tools);
    const drivers = await must('extract-drivers', {
      'tools-iso': chain.media.toolsIso,
      product: 'windows-server-2019',
      directory: join(chain.folder, 'drivers'),
    });
    const packages = join(chain.folder, 'packages');
    await mkdir(packages);
    const silent = writeCabinet([{ name: 'says nothing.txt', data: Buffer.from('of itself') }]);
    await writeFile(join(packages, 'windows10.0-kb5098818-x64.msu'), silent);
    image = await build('everything', iso, {
      drivers: drivers.drivers ?? '',
      'tools-setup': drivers['tools-setup'] ?? '',
      packages,
      features: 'TelnetClient',
      'remote-desktop': 'true',
      unattend: await writeAnswerFile(join(chain.folder, 'unattend.xml')),
    });
    await run('wimlib-imagex', ['capture', image.windows, join(folder, 'captured.wim'), 'x', '--compress=none']);
    files = await listWim(join(folder, 'captured.wim'), 1, context);
  });

  it('D.22 begins its first boot though that script ends with exit /b, to the guest of the double', async () => {
    const { fakeGuest } = await buildVsphereDouble(['fake-guest']);
    const { stdout } = await promisify(execFile)(fakeGuest, [image.raw]);
    const outcome = JSON.parse(stdout) as GuestOutcome;
    expect(outcome.firstBoot, 'the first boot begins').toBe(true);
    expect(outcome.steps?.filter(({ failure }) => failure !== undefined)).toEqual([]);
    expect(outcome).toMatchObject({ toolsAfter: true, providerAfter: true });
  });

  it('D.22 runs ours first and calls the other, which is kept byte for byte', async () => {
    // Under the name that the image gave its own.
    const ours = await image.text('Windows/Setup/Scripts/setupcomplete.CMD');
    expect(ours.split('\r\n').filter((line) => /call/.test(line))).toEqual([
      'call "%SystemRoot%\\Setup\\Stillframe\\register.cmd"',
      'if exist "%~dp0SetupComplete-of-image.cmd" call "%~dp0SetupComplete-of-image.cmd" %*',
    ]);
    expect((await image.read('Windows/Setup/Scripts/SetupComplete-of-image.cmd')).equals(OWN)).toBe(true);
  });

  it('D.22 waits for the end of Windows Setup, at most 30 minutes, before any step', async () => {
    const runner = await image.text(`${STAGE}/first-boot.cmd`);
    expect(runner).toContain('call wait-for-setup.cmd');
    expect(runner.search(/call wait-for-setup\.cmd/)).toBeLessThan(runner.search(/dir \/b \/on steps/));
    expect(runner).toContain('failed: setup-not-finished');
    const wait = await image.text(`${STAGE}/wait-for-setup.cmd`);
    for (const word of ['SystemSetupInProgress', 'OOBEInProgress', '"IMAGE_STATE_COMPLETE"'])
      expect(wait).toContain(word);
    // 180 looks, 10 s apart.
    expect(wait).toMatch(/if !WAITED! geq 180 \(/);
    expect(wait).toContain('ping -n 11 127.0.0.1');
  });

  it('D.22 has its access lists from the build on: SYSTEM and Administrators alone, and no icacls at first boot', async () => {
    const list = (path: string): string => files.get(path)?.get('Security Descriptor') ?? '';
    for (const path of [`/${STAGE}/first-boot.cmd`, `/${STAGE}/register.cmd`, '/Windows/Panther/unattend.xml']) {
      // S-1-5-18 and S-1-5-32-544 in, S-1-5-32-545 (users) not.
      expect({ path, list: list(path) }).toMatchObject({ list: expect.stringContaining('010100000000000512000000') });
      expect(list(path)).toContain('01020000000000052000000020020000');
      expect(list(path)).not.toContain('01020000000000052000000021020000');
    }
    expect(await image.text(`${STAGE}/register.cmd`)).not.toContain('icacls');
  });

  it('D.22 removes every copy of the answer file, unattend-original.xml too', async () => {
    expect(await image.text('Windows/Panther/unattend.xml')).toContain(GUEST_PASSWORD);
    const remove = stepOf(image, /unattend/);
    expect(remove.id).toBe('00-remove-answer-files.cmd');
    expect(remove.text).toContain('"%%~D\\*unattend*.xml"');
    for (const folder of ['%SystemRoot%\\Panther', '%SystemRoot%\\System32\\Sysprep'])
      expect(remove.text).toContain(folder);
  });

  it('D.22 takes "not applicable" of wusa for no failure', () => {
    const update = stepOf(image, /^wusa\.exe/m);
    // 0x80240017 WU_E_NOT_APPLICABLE and 0x00240006 WU_S_ALREADY_INSTALLED.
    for (const code of ['-2145124329', '2359302']) expect(update.text).toContain(`if "%CODE%" == "${code}" exit /b 0`);
  });

  it('D.22 enables features before updates, which they would stay behind otherwise', () => {
    const at = (pattern: RegExp): number => image.steps.findIndex(({ text }) => pattern.test(text));
    expect(at(/Enable-Feature/)).toBeGreaterThanOrEqual(0);
    expect(at(/Enable-Feature/)).toBeLessThan(at(/^wusa\.exe/m));
  });

  it('D.22 installs VMware Tools with a list of features that has the VSS provider, and looks for vmvss afterwards', () => {
    const tools = stepOf(image, /ADDLOCAL/);
    const features = /ADDLOCAL=([A-Za-z0-9,]+)/.exec(tools.text)?.[1]?.split(',') ?? [];
    expect(features).toEqual(expect.arrayContaining(['Toolbox', 'VSS', 'PVSCSI', 'VMXNet3']));
    expect(features).not.toContain('ALL');
    const look = stepOf(image, /vmvss/);
    expect(look.text).toMatch(/sc\.exe query vmvss\r\nif errorlevel 1 exit \/b 1/);
    expect(look.id > tools.id).toBe(true);
  });

  it('D.22 logs what Windows says of its volume', () => {
    const log = stepOf(image, /chkdsk/);
    expect(log.text).toContain('chkdsk %SystemDrive% /scan');
    expect(log.text).toContain('fsutil usn queryjournal %SystemDrive%');
  });

  it('tells its steps', () => {
    expect(JSON.parse(image.outputs['first-boot'] ?? '')).toEqual([
      '10-driver-pvscsi',
      '10-driver-vmxnet3',
      '20-feature-01',
      '30-update-01',
      '50-vmware-tools',
      '55-check-vmware-tools',
      '60-remote-desktop',
    ]);
  });
});

describe('an image of Server 2025', () => {
  it('D.22 installs an update with DISM, from a folder of its own that has its checkpoints', async () => {
    const properties = { 'WINDOWS/VERSION/BUILD': '26100', 'WINDOWS/NAME': 'Windows Server 2025 Standard' };
    const iso = await changedIso(join(workspace.folder, '2025'), { properties }, workspace.context.tools);
    const package_ = async (name: string, kind: string, mode: string) => {
      const path = join(chain.folder, name);
      await writeFile(path, `MSWIM ${name}`);
      return { path, kind, kb: /kb\d+/.exec(name)?.[0]?.toUpperCase(), build: '26100.33802', 'apply-mode': mode };
    };
    const packages = JSON.stringify([
      await package_('windows11.0-kb5043080-x64.msu', 'checkpoint', 'with-target'),
      await package_('windows11.0-kb5098819-x64.msu', 'cumulative', 'folder-target'),
      await package_('windows11.0-kb5097376-x64-ndp481.msu', 'dotnet', 'add-package'),
    ]);
    const image = await build('server-2025', iso, { packages });
    const commands = image.steps.flatMap(({ text }) => text.split('\r\n').filter((line) => /^(wusa|dism)/.test(line)));
    const folder = '%SystemRoot%\\Setup\\Stillframe\\packages';
    expect(commands).toEqual([
      `dism.exe /Online /Add-Package /PackagePath:"${folder}\\01\\windows11.0-kb5098819-x64.msu" /Quiet /NoRestart`,
      `dism.exe /Online /Add-Package /PackagePath:"${folder}\\02\\windows11.0-kb5097376-x64-ndp481.msu" /Quiet /NoRestart`,
    ]);
    const staged = async (number: string): Promise<string[]> => {
      const names = (await run('ntfsls', ['-p', `/${STAGE}/packages/${number}`, image.windows])).trim().split('\n');
      return names.filter((name) => !/^\.+$/.test(name)).sort();
    };
    expect(await staged('01')).toEqual(['windows11.0-kb5043080-x64.msu', 'windows11.0-kb5098819-x64.msu']);
    expect(await staged('02')).toEqual(['windows11.0-kb5097376-x64-ndp481.msu']);
    expect(stepOf(image, /UBR/).text).toContain('if %UBR% geq 33802 ');
  });
});
