/** What stands in for the outside world in the demo: sample media, the Update Catalog and a vCenter. */

import { formatDuration } from '../../src/units.ts';
import { startCatalog } from '../../test/fakes/catalog/start.ts';
import { buildVsphereDouble } from '../../test/fakes/vsphere/build.ts';
import { startVsphere } from '../../test/fakes/vsphere/start.ts';
import { buildSampleMedia } from '../../test/media/build.ts';
import { dim } from './print.ts';

export type Doubles = Awaited<ReturnType<typeof startDoubles>>;

/** From power-on to running VMware Tools, milliseconds: the guest of the demo is quick. */
const TOOLS_DELAY = 100;

/** Builds what is missing (kept in .cache) and starts the servers. */
export async function startDoubles() {
  const started = [
    timed('sample media', () => buildSampleMedia()),
    timed('Update Catalog double', () => startCatalog({})),
    timed('vCenter double', async () => {
      await buildVsphereDouble(['fake-vsphere']);
      return startVsphere({ api: 'vcenter', toolsDelay: TOOLS_DELAY });
    }),
  ] as const;
  const [media, catalog, vsphere] = await Promise.all(started);
  return {
    media,
    catalog,
    vsphere,
    close: async () => {
      await catalog.close();
      await vsphere.close();
    },
  };
}

async function timed<T>(what: string, make: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const made = await make();
  console.log(`  ${what} ready ${dim(formatDuration(Date.now() - started))}`);
  return made;
}
