/** Which parts of a raw file are not holes: Node cannot ask the file system, small programs can. */

import { stat } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { ToolError } from '../errors.ts';
import type { FindStored } from '../files/byte-source.ts';
import { type Extent, ExtentList, MAX_EXTENTS } from '../files/extent-list.ts';
import { FILE_MAPPERS, type FileMapper } from './file-mappers.ts';

/** The unit of `stat.blocks`, whatever the file system. */
const STAT_BLOCK = 512;

/**
 * Knows nothing of a file without holes, and of any file where no program can tell: then all of it is read. What is not listed is
 * taken for zeros, so an answer that is not wholly understood is none.
 */
export function findStoredWith(tools: Context['tools']): FindStored {
  return async (path) => {
    const { blocks, size } = await stat(path);
    if (blocks * STAT_BLOCK >= size) return undefined;
    for (const mapper of FILE_MAPPERS) {
      const extents = (await tools.has(mapper.program)) ? await ask(tools, mapper, path, size) : undefined;
      // Something is stored, whoever says that nothing is.
      if (extents && (extents.length > 0 || blocks === 0)) return listed(extents, size);
    }
    return undefined;
  };
}

async function ask(tools: Context['tools'], mapper: FileMapper, path: string, size: number) {
  try {
    const { stdout } = await tools.run(mapper.program, mapper.args(path));
    return mapper.read(stdout, size);
  } catch (error) {
    if (error instanceof ToolError) return undefined;
    throw error;
  }
}

/** Undefined also when the extents are out of order, which no file system says. */
function listed(extents: readonly Extent[], size: number): ExtentList | undefined {
  if (extents.length > MAX_EXTENTS) return undefined;
  const stored = new ExtentList();
  let last = 0;
  for (const { start, end } of extents) {
    if (start < last || end <= start) return undefined;
    last = end;
    // What a file system allots beyond the end of the file is no part of it.
    if (start < size) stored.add(start, Math.min(end, size));
  }
  return stored;
}
