/** Makes what the Windows tests need: the root with Wine, Node and 7-Zip for Windows, the double. */

import { asRoot, runQuiet } from '../windows/run-quiet.ts';
import { windowsNode } from '../windows/windows-node.ts';
import { windowsSevenZip } from '../windows/windows-seven-zip.ts';
import { wineRoot } from '../windows/wine-root.ts';

/** Says why where it cannot be had; the tests are skipped by name then, or fail where STILLFRAME_NO_SKIP is set. */
export async function prepareWindows(): Promise<void> {
  const { buildSampleMedia } = await import('../../test/media/build.ts');
  const { buildVsphereDouble } = await import('../../test/fakes/vsphere/build.ts');
  const { buildWindowsDouble } = await import('../../test/fakes/windows/build.ts');
  try {
    await runQuiet(...asRoot('unshare', ['--mount', '--pid', '--fork', '--propagation', 'unchanged', 'true']));
    await wineRoot(console.log);
    await windowsNode();
    await windowsSevenZip();
  } catch (error) {
    console.warn(`Wine cannot be had here: ${error instanceof Error ? error.message : error}`);
    return;
  }
  console.log('building the sample media and the doubles (kept in .cache)');
  await buildSampleMedia();
  await buildVsphereDouble(['fake-vsphere', 'fake-guest']);
  await buildWindowsDouble();
}
