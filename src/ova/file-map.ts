/** Which parts of a raw file are holes: qemu-img asks the file system, which Node cannot. */

import { stat } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { ToolError } from '../errors.ts';
import type { FindStored } from '../files/byte-source.ts';
import { ExtentList, MAX_EXTENTS } from '../files/extent-list.ts';

/** The unit of `stat.blocks`, whatever the file system. */
const STAT_BLOCK = 512;

/** One element of what `qemu-img map --output=json` prints. */
interface MapEntry {
  readonly start: number;
  readonly length: number;
  readonly data: boolean;
  readonly zero: boolean;
}

/** Knows nothing of a file without holes, and of any file where qemu-img is missing or fails: then all of it is read. */
export function findStoredWith(tools: Context['tools']): FindStored {
  return async (path) => {
    const { blocks, size } = await stat(path);
    if (blocks * STAT_BLOCK >= size || !(await tools.has('qemu-img'))) return undefined;
    try {
      const { stdout } = await tools.run('qemu-img', ['map', '-f', 'raw', '--output=json', path]);
      return storedExtents(JSON.parse(stdout) as MapEntry[]);
    } catch (error) {
      if (error instanceof ToolError || error instanceof SyntaxError) return undefined;
      throw error;
    }
  };
}

function storedExtents(map: readonly MapEntry[]): ExtentList | undefined {
  if (map.length > MAX_EXTENTS) return undefined;
  const stored = new ExtentList();
  for (const { start, length, data, zero } of map) if (data && !zero) stored.add(start, start + length);
  return stored;
}
