import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { type BundleResult, runBundle } from '../../fakes/runner/run-bundle.ts';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';
import { changedIso, type IsoChange } from './changed-iso.ts';

/** What the built action says to inputs that would give less, or something else, than what is meant. */

const tools = createToolRunner(new AbortController().signal);
let folder: string;
let media: SampleMedia;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-wrong-'));
  media = await buildSampleMedia();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Refused extends BundleResult {
  /** All that was printed. */
  readonly text: string;
}

async function build(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Refused> {
  const lines: string[] = [];
  const vhd = join(folder, 'image.vhd');
  const result = await runBundle(
    'build-vhd',
    { iso: media.windowsIso, edition: 'standard-desktop', vhd, size: '2 GiB', esp: '100 MiB', ...inputs },
    { jobFolder: join(folder, 'job'), env, onLine: (line) => lines.push(line) },
  );
  return { ...result, text: lines.join('\n') };
}

/** An error of that code with all of the words, no image, and no word of a bug. */
async function expectRefusal(run: Refused, code: string, ...words: readonly string[]): Promise<void> {
  expect(run.text).toMatch(new RegExp(`::error.*\\[${code}\\]`));
  const error = run.text.split('\n').find((line) => line.startsWith('::error')) ?? '';
  for (const word of words) expect(decodeURIComponent(error.replaceAll(/%(?![0-9A-F]{2})/g, '%25'))).toContain(word);
  expect(run.exitCode).toBe(1);
  expect(run.text).not.toContain('bug in Stillframe');
  expect(existsSync(join(folder, 'image.vhd'))).toBe(false);
}

async function template(text: string): Promise<string> {
  const path = join(folder, 'template.yml');
  await writeFile(path, text);
  return path;
}

/** A template whose keys are `customize`, `updates`, `drivers` as given; nothing wanted by default. */
function wanting(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const sections = {
    windows: '{ product: windows-server-2019, edition: standard-desktop, iso: { path: ws.iso }, language: en-US }',
    updates: '{ include: [] }',
    drivers: '{ include: [] }',
    customize: '{ vmware-tools: none }',
    ...changes,
  };
  return template(
    `name: t\n${Object.entries(sections)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join('')}`,
  );
}

function iso(name: string, change: IsoChange): Promise<string> {
  return changedIso(join(folder, name), change, tools);
}

describe('an input that the template asks for and that is empty', () => {
  it('ends the step: the key, the input, the step that gives it, and how to say no', async () => {
    const run = await build({
      template: await template(
        'name: t\nwindows: { product: windows-server-2019, edition: standard-desktop, iso: { path: ws.iso } }\n',
      ),
      packages: '',
      drivers: '',
    });
    await expectRefusal(
      run,
      'input-missing',
      'input packages is empty',
      'updates.include: [servicing-stack, cumulative]',
      'input drivers is empty',
      'drivers.include: [pvscsi, vmxnet3]',
      'input tools-setup is empty',
      'customize.vmware-tools: first-boot',
    );
    expect(run.text).toContain('fetch-updates (output packages)');
    expect(run.text).toContain('updates.include: []');
  });

  it('an empty list of updates is none', async () => {
    const run = await build({ template: await wanting({ updates: '{ include: [cumulative] }' }), packages: '[]' });
    await expectRefusal(run, 'input-missing', 'input packages is empty');
  });
});

describe('an ISO that is not what the template means', () => {
  it('another product', async () => {
    const path = await wanting({
      windows: '{ product: windows-server-2022, edition: standard-desktop, iso: { path: ws.iso } }',
    });
    await expectRefusal(
      await build({ template: path }),
      'product-mismatch',
      'build 17763',
      'windows-server-2022',
      '20348',
    );
  });

  it('another language', async () => {
    const path = await wanting({
      windows: '{ product: windows-server-2019, edition: standard-desktop, iso: { path: ws.iso }, language: de-DE }',
    });
    await expectRefusal(await build({ template: path }), 'language-mismatch', 'en-US', 'windows.language: de-DE');
  });

  it('client media, also without a template', async () => {
    const path = await iso('client', { properties: { 'WINDOWS/INSTALLATIONTYPE': 'Client' } });
    await expectRefusal(await build({ iso: path, edition: '1' }), 'not-windows-media', 'Client', 'no Windows Server');
  });
});

describe('a feature that the image lacks', () => {
  it('is named with the nearest that it has', async () => {
    const run = await build({ features: 'TelnetClent, netfx3' });
    await expectRefusal(run, 'feature-unknown', '"TelnetClent" (did you mean "TelnetClient"?)');
    expect(run.text).not.toContain('"netfx3"');
  });

  it('is a warning where the image does not tell its features', async () => {
    const path = await iso('no-manifests', { remove: ['/Windows/servicing/Packages'] });
    const run = await build({ iso: path, edition: '1', features: 'TelnetClient' });
    expect(run.text).toMatch(/::warning.*TelnetClient could not be checked/);
    expect(run.exitCode).toBe(0);
    await rm(join(folder, 'image.vhd'));
  });
});

describe('an answer file', () => {
  async function answers(content: string): Promise<string> {
    const path = join(folder, 'unattend.xml');
    await writeFile(path, `<unattend xmlns="urn:schemas-microsoft-com:unattend">\n${content}\n</unattend>\n`);
    return path;
  }

  const component = (name: string, body: string, architecture = 'amd64'): string =>
    `<component name="${name}" processorArchitecture="${architecture}" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">${body}</component>`;
  const password = (value: string): string =>
    `<UserAccounts><AdministratorPassword><Value>${value}</Value><PlainText>true</PlainText></AdministratorPassword></UserAccounts>`;
  const SHELL = 'Microsoft-Windows-Shell-Setup';

  it('with a wrong pass, a wrong architecture, passes without effect and a plain password', async () => {
    const run = await build({
      unattend: await answers(
        [
          `<settings pass="offlineServicing">${component('Microsoft-Windows-LUA-Settings', '')}</settings>`,
          `<settings pass="windowsPE">${component('Microsoft-Windows-Setup', '')}</settings>`,
          `<settings pass="oobeSytem">${component(SHELL, password('hunter2'), 'x86')}</settings>`,
        ].join('\n'),
      ),
    });
    await expectRefusal(run, 'input-invalid', 'no pass "oobeSytem"', 'oobeSystem', 'is for x86');
    const warnings = run.text
      .split('\n')
      .filter((line) => line.startsWith('::warning'))
      .join('\n');
    expect(warnings).toMatch(/offlineServicing does nothing here/);
    expect(warnings).toMatch(/windowsPE does nothing here/);
    expect(warnings).toMatch(/password in plain text/);
    expect(run.text).not.toContain('hunter2');
  });

  it('with a password that Windows would not take, and a key of another edition', async () => {
    const weak = await answers(`<settings pass="oobeSystem">${component(SHELL, password('letmein'))}</settings>`);
    await expectRefusal(
      await build({ unattend: weak }),
      'input-invalid',
      'will not take the password of Administrator',
    );
    const key = await answers(
      `<settings pass="specialize">${component(SHELL, '<ProductKey>WMDGN-G9PQG-XVVXX-R3X43-63DFG</ProductKey>')}</settings>`,
    );
    await expectRefusal(
      await build({ unattend: key }),
      'input-invalid',
      'Windows Server 2019 Datacenter',
      'ProductKey',
    );
  });

  it('that is missing is a warning: nobody promises that the first start ends by itself', async () => {
    const run = await build({});
    expect(run.exitCode).toBe(0);
    expect(run.text).toMatch(/::warning.*may wait at the console/);
    expect(run.outputs['first-boot']).toBe('[]');
    await rm(join(folder, 'image.vhd'));
  });
});

describe('an image with a SetupComplete.cmd of its own', () => {
  it('keeps it byte for byte, and has it called after ours', async () => {
    const own = Buffer.from(
      '@echo off\r\nrem \xe4\r\nreg add HKLM\\Software\\Acme /v Built /d 1 /f\r\nexit /b 0',
      'latin1',
    );
    const path = await iso('own-script', { files: { 'Windows/Setup/Scripts/setupcomplete.CMD': own } });
    const run = await build({ iso: path, edition: '1', features: 'TelnetClient' });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs['first-boot'] ?? '')).toEqual(['20-feature-01']);
    const vhd = join(folder, 'image.vhd');
    await tools.run('qemu-img', ['convert', '-f', 'vpc', '-O', 'raw', vhd, join(folder, 'disk.raw')]);
    const { stdout } = await tools.run('sgdisk', ['-i', '3', join(folder, 'disk.raw')]);
    const first = Number(/First sector: (\d+)/.exec(stdout)?.[1]);
    const volume = join(folder, 'windows.ntfs');
    await tools.run('dd', [
      `if=${folder}/disk.raw`,
      `of=${volume}`,
      'bs=1M',
      'conv=sparse',
      `skip=${first * 512}`,
      'iflag=skip_bytes',
      'status=none',
    ]);
    const read = async (name: string): Promise<Buffer> => {
      await tools.run('sh', [
        '-c',
        'ntfscat "$0" "$1" > "$2"',
        volume,
        `Windows/Setup/Scripts/${name}`,
        join(folder, 'script'),
      ]);
      return readFile(join(folder, 'script'));
    };
    expect((await read('SetupComplete-of-image.cmd')).equals(own)).toBe(true);
    const ours = (await read('SetupComplete.cmd')).toString('latin1');
    expect(ours.indexOf('register.cmd')).toBeGreaterThan(0);
    expect(ours.indexOf('call "%~dp0SetupComplete-of-image.cmd"')).toBeGreaterThan(ours.indexOf('register.cmd'));
    await rm(vhd);
  });
});

describe('an NTFS-3G that is too old', () => {
  it('is refused before the image is read', async () => {
    const bin = join(folder, 'bin');
    await mkdir(bin);
    await writeFile(join(bin, 'mkntfs'), '#!/bin/sh\necho "mkntfs v2016.2.22AR.1 (libntfs-3g)" >&2\n');
    await chmod(join(bin, 'mkntfs'), 0o755);
    const run = await build({}, { PATH: `${bin}:${process.env.PATH}` });
    await expectRefusal(run, 'tool-too-old', '2016.2.22', '2017.3.23');
  });
});
