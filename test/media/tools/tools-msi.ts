/** Builds the MSI of VMware Tools with wixl: a real Windows Installer database with its files in an embedded cabinet. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MEDIA_TIME, runAtMediaTime, tools } from '../media-tools.ts';
import type { FileTree } from './driver-tree.ts';

/** @param work an empty folder for intermediate files */
export async function buildToolsMsi(files: FileTree, version: string, work: string): Promise<Buffer> {
  for (const [path, content] of files) {
    const target = join(work, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    await utimes(target, MEDIA_TIME, MEDIA_TIME);
  }
  await writeFile(join(work, 'tools.wxs'), wixSource(files, version));
  await runAtMediaTime('wixl', ['-a', 'x64', '-o', 'tools.msi', 'tools.wxs'], work);
  return withFixedPackageCode(join(work, 'tools.msi'), version);
}

/** wixl makes up a new package code for each build; it stands in the summary information as plain text. */
async function withFixedPackageCode(msi: string, version: string): Promise<Buffer> {
  const { stdout } = await tools.run('msiinfo', ['suminfo', msi]);
  const code = /\{[0-9A-F-]{36}\}/.exec(stdout)?.[0];
  if (code === undefined) throw new Error(`${msi}: no package code in the summary information`);
  const bytes = await readFile(msi);
  const offset = bytes.indexOf(code, 0, 'latin1');
  bytes.write(`{${guid(`package ${version}`)}}`, offset, 'latin1');
  return bytes;
}

interface Folder {
  readonly files: string[];
  readonly folders: Map<string, Folder>;
}

function wixSource(files: FileTree, version: string): string {
  const root: Folder = { files: [], folders: new Map() };
  for (const path of files.keys()) {
    let folder = root;
    for (const part of path.split('/').slice(0, -1)) {
      let next = folder.folders.get(part);
      if (!next) {
        next = { files: [], folders: new Map() };
        folder.folders.set(part, next);
      }
      folder = next;
    }
    folder.files.push(path);
  }
  const components: string[] = [];
  const tree = directoryXml('Drivers', 'Drivers', root, components);
  return `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="${guid(`product ${version}`)}" Name="VMware Tools" Language="1033" Version="${version}" Manufacturer="VMware, Inc." UpgradeCode="${guid('upgrade')}">
    <Package InstallerVersion="405" Compressed="yes"/>
    <Media Id="1" Cabinet="Data1.cab" EmbedCab="yes"/>
    <Directory Id="TARGETDIR" Name="SourceDir"><Directory Id="CommonFiles64Folder" Name="Common Files"><Directory Id="VMware" Name="VMware">
${tree}
    </Directory></Directory></Directory>
    <Feature Id="Drivers" Level="1">
${components.map((id) => `      <ComponentRef Id="${id}"/>`).join('\n')}
    </Feature>
  </Product>
</Wix>
`;
}

function directoryXml(path: string, name: string, folder: Folder, components: string[]): string {
  const lines = [`<Directory Id="${identifier('d', path)}" Name="${name}">`];
  if (folder.files.length > 0) {
    const component = identifier('c', path);
    components.push(component);
    lines.push(`<Component Id="${component}" Guid="${guid(path)}" Win64="yes">`);
    folder.files.forEach((file, index) => {
      const keyPath = index === 0 ? ' KeyPath="yes"' : '';
      const fileName = file.slice(file.lastIndexOf('/') + 1);
      lines.push(`<File Id="${identifier('f', file)}" Name="${fileName}" Source="${file}"${keyPath}/>`);
    });
    lines.push('</Component>');
  }
  for (const [child, below] of folder.folders) lines.push(directoryXml(`${path}/${child}`, child, below, components));
  lines.push('</Directory>');
  return lines.join('\n');
}

function identifier(prefix: string, text: string): string {
  return `${prefix}_${text.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
}

function guid(text: string): string {
  const hex = createHash('sha256').update(`stillframe sample tools ${text}`).digest('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
