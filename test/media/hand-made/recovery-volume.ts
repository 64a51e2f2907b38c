/** The Recovery partition's volume: NTFS with the recovery environment as reagentc leaves it. */

import { open, rm } from 'node:fs/promises';
import { fileTime, MEDIA_TIME, runAtMediaTime } from '../media-tools.ts';
import { sampleContent } from '../sample-content.ts';
import { ATTRIBUTE, WimTree } from '../wim/wim-tree.ts';
import { WimWriter } from '../wim/wim-writer.ts';
import { PRIVATE_SECURITY } from '../windows/security-descriptors.ts';

const SECTOR = 512;

export interface RecoveryVolume {
  /** File to make. */
  readonly file: string;
  readonly size: number;
  /** Where the partition begins on the disk, bytes. */
  readonly offset: number;
  /** The recovery environment. */
  readonly winre: Buffer;
}

export async function makeRecoveryVolume({ file, size, offset, winre }: RecoveryVolume): Promise<void> {
  const handle = await open(file, 'wx');
  await handle.truncate(size);
  await handle.close();
  const geometry = ['-p', String(offset / SECTOR), '-H', '255', '-S', '63', '-s', String(SECTOR)];
  await runAtMediaTime('mkntfs', ['-Q', '-F', '-L', 'Recovery', ...geometry, file]);
  const wim = `${file}.wim`;
  await writeContent(wim, winre);
  await runAtMediaTime('wimlib-imagex', ['apply', wim, '1', file]);
  await rm(wim);
}

async function writeContent(path: string, winre: Buffer): Promise<void> {
  const wim = await WimWriter.create(path);
  const time = fileTime(MEDIA_TIME);
  const tree = new WimTree(time, PRIVATE_SECURITY);
  const { hidden, system, archive, notContentIndexed } = ATTRIBUTE;
  const attributes = archive | hidden | system | notContentIndexed;
  tree.directory('Recovery', { attributes: hidden | system | notContentIndexed });
  tree.directory('Recovery/Logs');
  tree.file('Recovery/WindowsRE/Winre.wim', await wim.blob(winre), { attributes });
  tree.file('Recovery/WindowsRE/boot.sdi', await wim.blob(sampleContent('packed', 'boot.sdi', 3_170_304)), {
    attributes,
  });
  tree.file('Recovery/WindowsRE/ReAgent.xml', await wim.blob(Buffer.from('<WindowsRE version="2.0"/>\r\n')), {
    attributes,
  });
  await wim.image(tree.root, { name: 'recovery', description: 'recovery', created: time });
  await wim.finish(Buffer.alloc(16, 1));
}
