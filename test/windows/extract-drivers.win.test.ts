/** extract-drivers on Windows, with the real 7-Zip for Windows and without any: the drivers are those that Linux takes out of the same disc. */

import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelAsRunner, type Running } from '../fakes/runner/end-run.ts';
import { runBundle } from '../fakes/runner/run-bundle.ts';
import { buildToolsIso, type ToolsVariantName } from '../media/tools/build-tools-iso.ts';
import { writeToolsDisc } from './tools-disc.ts';
import { type Ended, NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

const SOAK = process.env.STILLFRAME_SOAK === '1';
const PRODUCT = 'windows-server-2019';

let here: string;
let bare: WindowsFixture;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'stillframe-win-'));
  bare = await openWindows();
});
afterAll(async () => {
  await bare.close();
  await rm(here, { recursive: true, force: true });
});

/** Path to content of everything below a folder. */
async function tree(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.sort().map(async (file) => [file.slice(folder.length + 1), (await readFile(file)).toString('base64')]),
    ),
  );
}

/** What Linux takes out of the disc whose installer does not run: the installer itself is another. */
async function onLinux(variant: ToolsVariantName): Promise<Record<string, string>> {
  const directory = join(here, `linux-${variant}`);
  const inputs = { 'tools-iso': await buildToolsIso(variant), product: PRODUCT, directory };
  expect((await runBundle('extract-drivers', inputs, { jobFolder: join(here, 'job') })).exitCode).toBe(0);
  return withoutInstaller(await tree(directory));
}

function withoutInstaller(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('vmware-tools/')));
}

let discs = 0;
async function extract(
  there: WindowsFixture,
  disc: readonly [ToolsVariantName, Parameters<typeof writeToolsDisc>[2]],
  inputs: Readonly<Record<string, string>> = {},
  options: Parameters<WindowsFixture['run']>[2] = {},
): Promise<Ended & { name: string; tools: readonly string[]; commands: readonly string[] }> {
  const name = `Treiber ж ${++discs}`;
  const iso = `Диск ü ${discs}.iso`;
  await writeToolsDisc(join(there.folder, iso), ...disc);
  const before = (await there.windows.toolRuns()).length;
  const all = { 'tools-iso': there.path(iso), product: PRODUCT, directory: there.path(name), ...inputs };
  const ended = await there.run('extract-drivers', all, options);
  const ran = (await there.windows.toolRuns()).slice(before).filter(({ tool }) => tool !== 'reg');
  expect(ran.filter(({ failure }) => failure !== undefined)).toEqual([]);
  return {
    ...ended,
    name,
    tools: ran.map(({ tool, about, exit }) => `${about ?? tool}${exit === 0 ? '' : ` ${exit}`}`),
    commands: ran.filter(({ tool }) => /^(msiexec|setup)/.test(tool)).map(({ commandLine }) => commandLine),
  };
}

const SIGNED = ['signature', 'signature'];
const MOUNTED = ['iso-attached', 'iso-mount', 'iso-root'];

describe('without 7-Zip', () => {
  it('mounts the disc, opens the cabinet with expand.exe and the MSI with msiexec', async () => {
    await bare.windows.fault('iso-letter-late', 1);
    await bare.windows.fault('installer-restart', 1);
    const ended = await extract(bare, ['12.5', 'plain']);
    const printed = ended.lines.join('\n');
    expect(ended.exitCode, printed).toBe(0);
    expect(printed).toContain('msiexec.exe asks for a restart (3010), which unpacking does not need');
    expect(ended.tools).toEqual([
      ...MOUNTED,
      'iso-root',
      'iso-root',
      'iso-dismount',
      'expand',
      'msiexec 3010',
      ...SIGNED,
    ]);
    expect(ended.commands[0]).toMatch(
      /msiexec\.exe"? \/a "[^"]*[ \\][^"]*VMware Tools64\.msi" \/qn \/l\*v "[^"]*msiexec\.log" TARGETDIR="D:\\a\\Größe und жук\\[^"]*installer"$/,
    );
    expect(withoutInstaller(await tree(join(bare.folder, ended.name)))).toEqual(await onLinux('12.5'));
    const drivers = JSON.parse(ended.outputs.drivers ?? '[]') as { name: string; inf: string }[];
    expect(drivers.map(({ inf }) => inf)).toEqual([
      bare.path(ended.name, 'pvscsi', 'pvscsi.inf'),
      bare.path(ended.name, 'vmxnet3', 'vmxnet3.inf'),
    ]);
    expect(ended.outputs['tools-setup']).toBe(bare.path(ended.name, 'vmware-tools', 'setup.exe'));
    expect(await bare.windows.state()).toEqual(NOTHING_LEFT);
  });

  it('lets the installer unpack itself where nobody else can', async () => {
    const ended = await extract(bare, ['12.4', 'hidden']);
    expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
    expect(ended.tools).toEqual([...MOUNTED, 'iso-dismount', 'setup64', ...SIGNED]);
    expect(ended.commands[0]).toMatch(
      /setup64\.exe"? \/S \/A \/v "\/qn \/l\*v \\"[^"]*msiexec\.log\\" TARGETDIR=\\"D:\\a\\Größe und жук\\[^"]*installer\\""$/,
    );
    expect(withoutInstaller(await tree(join(bare.folder, ended.name)))).toEqual(await onLinux('12.4'));
  });

  it('fails when Windows Installer and the installer end well and bring nothing', async () => {
    await bare.windows.fault('installer-nothing', 3);
    const ended = await extract(bare, ['12.5', 'plain']);
    const printed = ended.lines.join('\n').replaceAll('%0A', '\n');
    expect(ended.exitCode, printed).toBe(1);
    expect(ended.tools).toEqual([...MOUNTED, 'iso-dismount', 'expand', 'msiexec', 'setup', 'setup']);
    expect(printed).toContain('nothing lies in');
    expect(printed).toContain('[tool-failed]');
    expect(await readdir(bare.folder)).not.toContain(ended.name);
    expect(await bare.windows.state()).toEqual(NOTHING_LEFT);
  });

  it('ends an installer that asks, when the job is cancelled', async () => {
    await bare.windows.fault('setup-asks', 1);
    let running: Running | undefined;
    let stop: (() => void) | undefined;
    const ended = await extract(
      bare,
      ['12.5', 'none'],
      { method: 'setup' },
      {
        onStart: (process) => {
          running = process;
        },
        onLine: (line) => {
          if (running !== undefined && line.includes('Unpacking setup.exe')) stop ??= cancelAsRunner(running);
        },
      },
    );
    stop?.();
    expect(ended.exitCode).not.toBe(0);
    expect(ended.lines.join('\n')).toContain('[cancelled]');
    await bare.windows.fault('setup-asks', 0);
    expect(await bare.windows.state()).toEqual(NOTHING_LEFT);
  });

  it.runIf(SOAK)('waits for another installation, and takes the other way after a fatal error', async () => {
    await bare.windows.fault('installer-busy', 1);
    const waited = await extract(bare, ['10.3', 'plain']);
    expect(waited.exitCode, waited.lines.join('\n')).toBe(0);
    expect(waited.tools).toEqual([...MOUNTED, 'iso-dismount', 'msiexec 1618', 'msiexec', ...SIGNED]);
    expect(withoutInstaller(await tree(join(bare.folder, waited.name)))).toEqual(await onLinux('10.3'));
    await bare.windows.fault('installer-fails', 1);
    const other = await extract(bare, ['13.0', 'plain']);
    expect(other.exitCode, other.lines.join('\n')).toBe(0);
    expect(other.tools).toEqual([...MOUNTED, 'iso-dismount', 'expand', 'msiexec 1603', 'setup', ...SIGNED]);
    await bare.windows.fault('installer-fails', 1);
    const alone = await extract(bare, ['12.5', 'plain'], { method: 'msi' });
    expect(alone.exitCode).toBe(1);
    expect(alone.lines.join('\n')).toMatch(/Error 1304\. Error writing to file: vmxnet3\.inf.*Return value 3/);
  });

  it.runIf(SOAK)('says that an installer with nothing in it could not be opened, in both ways', async () => {
    const ended = await extract(bare, ['12.5', 'none'], { method: 'setup' });
    const printed = ended.lines.join('\n').replaceAll('%0A', '\n');
    expect(ended.exitCode).toBe(1);
    expect(ended.tools).toEqual([...MOUNTED, 'iso-dismount', 'setup 1619', 'setup 1619']);
    expect(printed).toMatch(/The package could not be opened[\s\S]*\[tool-failed\]/);
  });
});

it('the double refuses what Windows Installer refuses', async () => {
  const msiexec = (...args: string[]): Promise<number> =>
    bare.windows.run({ program: 'C:\\windows\\system32\\msiexec.exe', args });
  await mkdir(join(bare.folder, 'a b'), { recursive: true });
  // The runner quotes what has a space as a whole, as most programs do.
  expect(await msiexec('/a', bare.path('x.msi'), '/qn', `TARGETDIR=${bare.path('a b')}`)).toBe(1639);
  expect(await msiexec('/a', 'D:\\missing.msi', '/qn', 'TARGETDIR=D:\\x')).toBe(1619);
  expect(await msiexec('/a', 'C:\\windows\\system32\\msiexec.exe', '/qn', 'TARGETDIR=D:\\x')).toBe(1620);
  expect(await msiexec('/qn', '/frobnicate')).toBe(1639);
});

it.each(SOAK ? (['12.5', '10.3'] as const) : (['12.5'] as const))(
  'with 7-Zip where its installer puts it nothing is mounted: Tools %s',
  async (variant) => {
    const there = await openWindows({ sevenZip: true });
    try {
      const ended = await extract(there, [variant, 'plain']);
      expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
      expect(ended.tools).toEqual(['msiexec', ...SIGNED]);
      expect(withoutInstaller(await tree(join(there.folder, ended.name)))).toEqual(await onLinux(variant));
    } finally {
      await there.close();
    }
  },
);
