/** Takes members out of a cabinet with expand.exe, which every Windows has. */

import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { linkOrCopy } from '../files/link-or-copy.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';

/** Characters that expand.exe knows, whatever LongPathsEnabled says: only programs that declare it know more (Microsoft, "Maximum Path Length Limitation"). */
const MAX_PATH = 259;

/**
 * @param members names without wildcards
 * @param folder gets them, flat
 * @param temp a folder with a short path, for what expand.exe would not find where it is
 * @throws ToolError
 */
export async function expandMembers(
  cabinet: string,
  members: readonly string[],
  folder: string,
  temp: string,
  tools: Pick<ToolRunner, 'run'>,
): Promise<void> {
  const expand = async (from: string, to: string): Promise<void> => {
    for (const member of members) await tools.run('expand.exe', [from, `-F:${member}`, to]);
  };
  if ([cabinet, ...members.map((name) => join(folder, name))].every((path) => path.length <= MAX_PATH)) {
    return expand(cabinet, folder);
  }
  await mkdir(temp, { recursive: true });
  const near = await mkdtemp(join(temp, 'expand-'));
  try {
    const [source, out] = [join(near, 'package.cab'), join(near, 'out')];
    await mkdir(out);
    await linkOrCopy(cabinet, source);
    await expand(source, out);
    for (const name of await readdir(out)) await linkOrCopy(join(out, name), join(folder, name));
  } finally {
    await rm(near, { recursive: true, force: true });
  }
}
