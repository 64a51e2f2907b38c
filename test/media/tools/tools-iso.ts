/** Builds a VMware Tools disc for Windows. */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeUdfIso } from '../iso/udf-iso.ts';
import { MEDIA_TIME } from '../media-tools.ts';
import { portableExecutable, SUBSYSTEM } from '../portable-executable.ts';
import { writeCabinet } from '../updates/cabinet.ts';
import { msiDriverTree, pvscsiTree } from './driver-tree.ts';
import { buildToolsMsi } from './tools-msi.ts';
import type { ToolsVariant } from './tools-variants.ts';

const LOOSE_DRIVERS = 'Program Files/VMware/VMware Tools/Drivers';

/** @param work an existing folder of its own for intermediate files */
export async function writeToolsIso(variant: ToolsVariant, path: string, work: string): Promise<void> {
  const msiWork = join(work, 'msi');
  await mkdir(msiWork);
  const msi = await buildToolsMsi(msiDriverTree(variant), variant.version, msiWork);
  const files = new Map<string, Buffer>([
    ['VMwareToolsUpgrader.exe', portableExecutable('upgrader', 110_000, SUBSYSTEM.windowsGui)],
    ['autorun.inf', Buffer.from('[autorun]\r\nopen=setup.exe\r\nicon=autorun.ico\r\n')],
    ['certified.txt', Buffer.from(`VMware Tools ${variant.version}.${variant.build} (sample)\r\n`)],
    ['manifest.txt', Buffer.from(manifest(variant))],
  ]);
  for (const installer of variant.installers) files.set(installer, setupProgram(installer, msi, variant));
  for (const [driver, content] of pvscsiTree(variant)) files.set(`${LOOSE_DRIVERS}/${driver}`, content);

  const root = join(work, 'root');
  for (const [name, content] of files) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
  await writeUdfIso(root, path, 'VMware Tools');
  await rm(work, { recursive: true });
}

/**
 * The installer: a program that does nothing, and behind it what it would install. How the real one packs its MSI is not
 * documented; what matters to a reader is that the program itself must be opened to get at it. With a cabinet behind it 7-Zip
 * shows `VMware Tools64.msi`; with the bare MSI behind it 7-Zip looks through to the MSI's own cabinet.
 */
function setupProgram(name: string, msi: Buffer, variant: ToolsVariant): Buffer {
  const program = portableExecutable(name, 60_000, SUBSYSTEM.windowsGui);
  if (variant.payload === 'msi') return Buffer.concat([program, msi]);
  // Where there are two installers, setup.exe is the one for 32 bits.
  const member = name === 'setup.exe' && variant.installers.length > 1 ? 'VMware Tools.msi' : 'VMware Tools64.msi';
  return Buffer.concat([program, writeCabinet([{ name: member, data: msi }], { time: MEDIA_TIME })]);
}

function manifest(variant: ToolsVariant): string {
  const components: Readonly<Record<string, string>> = {
    'monolithic.version': variant.version,
    'monolithic.buildnumber': variant.build,
    'pvscsi.version': Object.values(variant.pvscsi)[0]?.version ?? '',
    'vmxnet3.version': Object.values(variant.vmxnet3)[0]?.version ?? '',
  };
  return Object.entries(components)
    .map(([key, value]) => `${key} = "${value}"\r\n`)
    .join('');
}
