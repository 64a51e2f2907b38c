/** Builds the sample ISO of a release of Windows Server. */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeUdfIso } from '../iso/udf-iso.ts';
import { sampleContent } from '../sample-content.ts';
import { editionsOf } from './editions.ts';
import type { WindowsRelease } from './releases.ts';
import { buildBootFiles, buildSources } from './windows-wims.ts';

/** The label of the real evaluation and volume media. */
const VOLUME_LABEL = 'SSS_X64FRE_EN-US_DV9';

/** @param work an existing folder of its own for intermediate files; emptied again */
export async function buildWindowsIso(release: WindowsRelease, path: string, work: string): Promise<void> {
  const root = join(work, 'root');
  const boot = await buildBootFiles(release, work);
  await mkdir(root);
  await buildSources(release, join(root, 'sources'), boot);
  const files: Readonly<Record<string, Buffer>> = {
    'setup.exe': sampleContent('binary', 'setup.exe', 74_184),
    'autorun.inf': Buffer.from('[AutoRun.Amd64]\r\nopen=setup.exe\r\nicon=setup.exe,0\r\n'),
    bootmgr: sampleContent('binary', 'bootmgr', 408_074),
    'bootmgr.efi': boot.bootManager,
    'efi/boot/bootx64.efi': boot.bootManager,
    'sources/setup.exe': sampleContent('binary', 'sources/setup.exe', 344_504),
    'sources/idwbinfo.txt': Buffer.from(
      `[BUILDINFO]\r\nBuildArch=amd64\r\nBuildType=fre\r\nBuildBranch=${release.branch}\r\n`,
    ),
    'sources/lang.ini': Buffer.from(
      '[Available UI Languages]\r\nen-US = 3\r\n\r\n[Fallback Languages]\r\nen-US = en-us\r\n',
    ),
    'sources/sxs/microsoft-windows-netfx3-ondemand-package~31bf3856ad364e35~amd64~~.cab': sampleContent(
      'packed',
      'netfx3',
      210_000,
    ),
    'support/logging/EtwProviderInstall.vbs': Buffer.from(`' ${editionsOf(release).length} editions\r\n`),
  };
  for (const [name, content] of Object.entries(files)) {
    const target = join(root, name);
    await mkdir(join(target, '..'), { recursive: true });
    await writeFile(target, content);
  }
  await writeUdfIso(root, path, VOLUME_LABEL);
  await rm(root, { recursive: true });
}
