/** Builds Tools discs of several layouts with tools of others: genisoimage for the ISO, wixl for the MSI. */

import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pvscsiInf, vmxnet3Inf } from '../../unit/drivers/sample-inf.ts';

const run = promisify(execFile);

export type Files = Readonly<Record<string, string | Buffer>>;

/** What a release of VMware Tools looks like, as far as it matters here. */
export interface Layout {
  readonly version: string;
  readonly setups: readonly string[];
  /** Loose files of the disc. */
  readonly loose: Files;
  /** Files inside the MSI of the installer. */
  readonly inside: Files;
  /** How the installer holds the MSI. */
  readonly packing: 'archive' | 'plain';
}

const LOOSE = 'Program Files/VMware/VMware Tools/Drivers/pvscsi';
const INSIDE = 'Common Files/VMware/Drivers/vmxnet3';
const OLDER = 'NTamd64.6.2';
const NEWER = 'NTamd64.10.0...20124';

function pvscsi(folder: string, driverVer?: string): Files {
  return {
    [`${LOOSE}/${folder}/amd64/pvscsi.inf`]: pvscsiInf(driverVer),
    [`${LOOSE}/${folder}/amd64/PVSCSI.SYS`]: `pvscsi of ${folder}`,
    [`${LOOSE}/${folder}/amd64/pvscsi.cat`]: 'catalog',
    [`${LOOSE}/${folder}/amd64/txtsetup.oem`]: 'for Windows 2000',
  };
}

function vmxnet3(folder: string, decoration: string, driverVer: string): Files {
  return {
    [`${INSIDE}/${folder}/vmxnet3.inf`]: vmxnet3Inf(decoration, driverVer),
    [`${INSIDE}/${folder}/vmxnet3.sys`]: `vmxnet3 of ${folder}`,
    [`${INSIDE}/${folder}/vmxnet3ver.dll`]: 'version',
    [`${INSIDE}/${folder}/vmxnet3.cat`]: 'catalog',
  };
}

export const LAYOUTS = {
  '10.3': {
    version: '10.3.10',
    setups: ['setup64.exe', 'setup.exe'],
    loose: { ...pvscsi('Win7', '01/02/2013,1.2.0.0'), ...pvscsi('Win8', '05/06/2018,1.3.10.0') },
    inside: vmxnet3('Win8', OLDER, '07/08/2018,1.8.3.1'),
    packing: 'archive',
  },
  '12.1': {
    version: '12.1.5',
    setups: ['setup64.exe', 'setup.exe'],
    loose: { ...pvscsi('Win8'), ...pvscsi('Win10') },
    inside: { ...vmxnet3('Win8', OLDER, '09/14/2022,1.9.11.0'), ...vmxnet3('Win10', NEWER, '09/14/2022,1.9.11.0') },
    packing: 'archive',
  },
  '13.0': {
    version: '13.0.1',
    setups: ['setup.exe'],
    loose: { ...pvscsi('Win8'), ...pvscsi('Win10') },
    inside: {
      ...vmxnet3('Win10', NEWER, '09/14/2022,1.9.11.0'),
      ...vmxnet3('Win11_24H2', 'NTamd64.10.0...26100', '03/04/2025,1.9.20.0'),
    },
    packing: 'plain',
  },
} as const satisfies Readonly<Record<string, Layout>>;

export async function buildDisc(layout: Layout, work: string): Promise<string> {
  const msi = join(work, 'msi', 'VMware Tools64.msi');
  await mkdir(dirname(msi), { recursive: true });
  await buildMsi(layout.inside, join(work, 'inside'), msi);
  const setup = await buildSetup(msi, layout.packing, work);
  const files: Record<string, string | Buffer> = {
    ...layout.loose,
    'VMwareToolsUpgrader.exe': 'MZ upgrader',
    'manifest.txt': `vmtools.version = "1"\r\nmonolithic.version = "${layout.version}"\r\n`,
    'autorun.inf': '[autorun]\r\nopen=setup.exe\r\n',
  };
  for (const name of layout.setups) files[name] = setup;
  return buildIso(files, join(work, 'disc'), 'VMware Tools');
}

export async function buildIso(files: Files, work: string, label: string): Promise<string> {
  const tree = join(work, 'tree');
  await writeTree(files, tree);
  const iso = join(work, 'disc.iso');
  await run('genisoimage', ['-quiet', '-J', '-joliet-long', '-r', '-V', label, '-o', iso, tree]);
  return iso;
}

async function writeTree(files: Files, root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

/** The installer as an archive that 7-Zip opens, or as a program with the MSI stored behind it as it is. */
async function buildSetup(msi: string, packing: Layout['packing'], work: string): Promise<Buffer> {
  if (packing === 'plain')
    return Buffer.concat([Buffer.from('MZ a program that no archiver knows'), await readFile(msi)]);
  const archive = join(work, 'setup.7z');
  await run('7zz', ['a', '-bd', '-mx=1', archive, msi]);
  return readFile(archive);
}

async function buildMsi(files: Files, tree: string, msi: string): Promise<void> {
  await writeTree(files, tree);
  const source = join(tree, 'sample.wxs');
  await writeFile(source, wixSource(Object.keys(files)));
  await run('wixl', ['-o', msi, 'sample.wxs'], { cwd: tree }); // it takes sources relative to where it runs only
}

function wixSource(paths: readonly string[]): string {
  let ids = 0;
  const directory = (prefix: string): string => {
    const below = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    const folders = [...new Set(below.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))];
    const files = below.filter((path) => !path.includes('/'));
    const component = files
      .map((file) => `<File Id="f${ids++}" Name="${file}" Source="${join(prefix, file)}"/>`)
      .join('');
    const guid = `00000000-0000-0000-0000-${String(ids).padStart(12, '0')}`;
    return `${files.length > 0 ? `<Component Id="c${ids++}" Guid="${guid}">${component}</Component>` : ''}${folders
      .map((folder) => `<Directory Id="d${ids++}" Name="${folder}">${directory(`${prefix}${folder}/`)}</Directory>`)
      .join('')}`;
  };
  const tree1 = directory('');
  const refs = [...tree1.matchAll(/<Component Id="(c\d+)"/g)]
    .map((match) => `<ComponentRef Id="${match[1]}"/>`)
    .join('');
  return `<?xml version="1.0"?><Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="*" Name="Sample Tools" Language="1033" Version="1.0.0" Manufacturer="Sample" UpgradeCode="11111111-2222-3333-4444-555555555555">
<Package InstallerVersion="200" Compressed="yes"/><Media Id="1" Cabinet="data.cab" EmbedCab="yes"/>
<Directory Id="TARGETDIR" Name="SourceDir">${tree1}</Directory><Feature Id="All" Level="1">${refs}</Feature></Product></Wix>`;
}
