/** Makes a WIM as Microsoft ships it: written by WimWriter, compressed (LZX) by wimlib, always with the same bytes. */

import { open, rm } from 'node:fs/promises';
import { runAtMediaTime } from '../media-tools.ts';
import { randomBytes } from '../sample-content.ts';
import { GUID_OFFSET, WimWriter } from './wim-writer.ts';

/**
 * @param fill adds blobs and images
 */
export async function writeCompressedWim(path: string, fill: (wim: WimWriter) => Promise<void>): Promise<void> {
  const plain = `${path}.plain`;
  const wim = await WimWriter.create(plain);
  const guid = randomBytes('guid of a sample wim', 16);
  await fill(wim);
  await wim.finish(guid);
  await runAtMediaTime('wimlib-imagex', ['export', plain, 'all', path, '--compress=LZX:20', '--threads=2']);
  await rm(plain);
  // wimlib gives each new WIM a random GUID; nothing else depends on it.
  const file = await open(path, 'r+');
  await file.write(guid, 0, guid.length, GUID_OFFSET);
  await file.close();
}
