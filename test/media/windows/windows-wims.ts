/** Builds install.wim (four editions), boot.wim and Winre.wim. */

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleBootApplication } from '../efi/boot-application.ts';
import { fileTime, MEDIA_TIME } from '../media-tools.ts';
import { encodeHive } from '../registry/regf-writer.ts';
import { registryKey } from '../registry/registry-key.ts';
import { sampleContent } from '../sample-content.ts';
import { writeCompressedWim } from '../wim/compressed-wim.ts';
import { WimTree } from '../wim/wim-tree.ts';
import type { WimWriter } from '../wim/wim-writer.ts';
import type { ImageProperties } from '../wim/wim-xml.ts';
import { type Edition, editionsOf } from './editions.ts';
import type { WindowsRelease } from './releases.ts';
import { FOLDER_SECURITY, KEY_SECURITY, SYSTEM_FILE_SECURITY } from './security-descriptors.ts';
import { systemHive } from './system-hive.ts';
import { type BootFiles, windowsTree } from './windows-tree.ts';

const TIME = fileTime(MEDIA_TIME);

/** @param folder for intermediate files; must exist */
export async function buildBootFiles(release: WindowsRelease, folder: string): Promise<BootFiles> {
  const winre = join(folder, 'Winre.wim');
  await writeCompressedWim(winre, (wim) =>
    peImage(wim, 'Microsoft Windows Recovery Environment (amd64)', 'recenv', release),
  );
  return {
    bootManager: await assembleBootApplication(bootManagerName(release), folder),
    memoryTest: await assembleBootApplication('memory test', folder),
    osLoader: await assembleBootApplication('OS loader', folder),
    resumeLoader: await assembleBootApplication('resume loader', folder),
    winre: await readFile(winre),
  };
}

/** What the boot manager of the release calls itself when it is started: that of 2019 has no number. */
export function bootManagerName({ year }: WindowsRelease): string {
  return year === '2019' ? 'boot manager' : `boot manager ${year}`;
}

/** Writes `install.wim` and `boot.wim` into the folder. */
export async function buildSources(release: WindowsRelease, folder: string, boot: BootFiles): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeCompressedWim(join(folder, 'install.wim'), async (wim) => {
    for (const edition of editionsOf(release)) {
      const tree = await windowsTree(edition, boot, wim);
      await wim.image(tree.root, editionProperties(edition));
    }
  });
  await writeCompressedWim(join(folder, 'boot.wim'), async (wim) => {
    await peImage(wim, 'Microsoft Windows PE (amd64)', 'winpe', release);
    await peImage(wim, 'Microsoft Windows Setup (amd64)', 'setup', release);
  });
}

function editionProperties(edition: Edition): ImageProperties {
  return {
    name: edition.name,
    description: edition.name,
    displayName: edition.name,
    displayDescription: edition.description,
    flags: edition.flags,
    created: TIME,
    windows: {
      productName: 'Microsoft® Windows® Operating System',
      editionId: edition.editionId,
      installationType: edition.installationType,
      productSuite: 'Terminal Server',
      language: 'en-US',
      version: edition.release.version,
    },
  };
}

/** A Windows PE image that is only as much of one as our readers look at. */
async function peImage(wim: WimWriter, name: string, seed: string, release: WindowsRelease): Promise<void> {
  const tree = new WimTree(TIME, FOLDER_SECURITY);
  const add = async (path: string, content: Buffer): Promise<void> => {
    tree.file(path, await wim.blob(content), { security: SYSTEM_FILE_SECURITY });
  };
  const system = encodeHive(registryKey('ROOT', systemHive(release)), 'SYSTEM', TIME, KEY_SECURITY);
  await add('Windows/System32/config/SYSTEM', system);
  await add('Windows/System32/winpeshl.exe', sampleContent('binary', `${seed} winpeshl`, 60_000));
  await add('Windows/System32/ntoskrnl.exe', sampleContent('binary', `${seed} ntoskrnl`, 900_000));
  await add('sources/recovery/RecEnv.exe', sampleContent('packed', `${seed} recenv`, 1_500_000));
  await wim.image(tree.root, {
    name,
    description: name,
    flags: '9',
    created: TIME,
    windows: {
      productName: 'Microsoft® Windows® Operating System',
      editionId: 'WindowsPE',
      installationType: 'WindowsPE',
      productSuite: '',
      language: 'en-US',
      version: release.version,
    },
  });
}
