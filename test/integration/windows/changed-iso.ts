/** Sample ISOs with something changed in their image, made with tools nobody here wrote. */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';
import { buildSampleMedia } from '../../media/build.ts';

export interface IsoChange {
  /** Of the WIM's XML, e.g. `WINDOWS/INSTALLATIONTYPE`. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Files to put into the image, by path. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** Paths to take out of it. */
  readonly remove?: readonly string[];
  /** Leave the folder of features without its cabinet. */
  readonly withoutNetFx3?: boolean;
}

/** @param folder a folder of its own for the copy and the ISO; @returns the path of the ISO, with one edition (index 1, the desktop) */
export async function changedIso(folder: string, change: IsoChange, tools: ToolRunner): Promise<string> {
  const media = await buildSampleMedia();
  const [disc, tree] = [join(folder, 'disc'), join(folder, 'tree')];
  await mkdir(join(disc, 'sources'), { recursive: true });
  await mkdir(tree, { recursive: true });
  await tools.run('7zz', [
    'x',
    '-y',
    '-bd',
    `-o${folder}/whole`,
    media.windowsIso,
    'sources/install.wim',
    'sources/sxs/*',
  ]);
  const wim = join(disc, 'sources', 'install.wim');
  await tools.run('wimlib-imagex', ['export', join(folder, 'whole', 'sources', 'install.wim'), '2', wim]);
  await tools.run('cp', ['-r', join(folder, 'whole', 'sources', 'sxs'), join(disc, 'sources')]);
  if (change.withoutNetFx3) {
    await rm(join(disc, 'sources', 'sxs'), { recursive: true });
    await mkdir(join(disc, 'sources', 'sxs'));
    await writeFile(join(disc, 'sources', 'sxs', 'other.cab'), 'MSCF');
  }
  const properties = Object.entries(change.properties ?? {}).map(
    ([name, value]) => `--image-property=${name}=${value}`,
  );
  for (const [path, content] of Object.entries(change.files ?? {})) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), content);
  }
  await tools.run('wimlib-imagex', ['update', wim, '1', '--command=add . /'], { cwd: tree });
  for (const path of change.remove ?? []) {
    await tools.run('wimlib-imagex', ['update', wim, '1', `--command=delete --recursive "${path}"`]);
  }
  // Last: an update of the image reads some of them anew from its registry.
  if (properties.length > 0) await tools.run('wimlib-imagex', ['info', wim, '1', ...properties]);
  const iso = join(folder, 'changed.iso');
  await tools.run('genisoimage', [
    '-quiet',
    '-udf',
    '-iso-level',
    '3',
    '-allow-limited-size',
    '-J',
    '-D',
    '-o',
    iso,
    disc,
  ]);
  return iso;
}
