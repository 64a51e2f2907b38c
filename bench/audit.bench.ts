/**
 * npm run bench -- audit [--templates N]: audit-templates on 200 templates of the double, 4 at a time: the bytes that the double sent of
 * each, as it counts them itself, and the peak memory of the whole action.
 */

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSize } from '../src/units.ts';
import { locateVm } from '../src/vsphere/inventory/locate-vm.ts';
import { readVmFacts } from '../src/vsphere/vm/vm-facts.ts';
import { cloneVm, markAsTemplate } from '../src/vsphere/vm/vm-operations.ts';
import { connectVsphere } from '../src/vsphere/wire/session.ts';
import { buildVsphereDouble } from '../test/fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../test/fakes/vsphere/start.ts';
import { run as govc } from '../test/integration/quiesce/live-run.ts';
import { sampleOva } from '../test/integration/quiesce/sample-ova.ts';
import { bar } from './lib/bar.ts';
import { BENCH_FOLDER } from './lib/bench-disks.ts';
import { measureAction } from './lib/measure-action.ts';

const BYTES_BAR = 4 * 2 ** 20;
const MEMORY_BAR = 200e6;
/** Clones that are made at a time. */
const MAKERS = 4;

export async function run(args: readonly string[]): Promise<boolean> {
  const count = Number(args[args.indexOf('--templates') + 1] ?? 200) || 200;
  await buildVsphereDouble();
  const work = join(BENCH_FOLDER, 'audit');
  await mkdir(work, { recursive: true });
  const ova = await sampleOva({ name: 'template-0' });
  const vsphere = await startVsphere();
  try {
    await govc(vsphere, 'import.ova', ova);
    await makeTemplates(vsphere, count);
    const { server, username, password, thumbprint } = vsphere;
    const inputs = { server, username, password, thumbprint, table: join(work, 'table.csv') };
    const { seconds, peakMemory } = await measureAction('audit-templates', inputs, work);
    const { sent } = await vsphere.storage();
    const bytes = Object.values(sent).map((one) => one.bytes);
    const requests = Object.values(sent).reduce((sum, one) => sum + one.requests, 0);
    const most = Math.max(...bytes);
    const every = bytes.length === count;
    console.log(
      `\n${count} templates, 4 at a time: ${seconds.toFixed(1)} s, ${(requests / count).toFixed(0)} requests each`,
    );
    return [
      bar(`audit of ${count} templates: every one was read (${bytes.length})`, every),
      bar(`audit: at most ${formatSize(BYTES_BAR)} read of each (${formatSize(most)})`, most <= BYTES_BAR),
      bar(`audit: memory below ${formatSize(MEMORY_BAR)} (${formatSize(peakMemory)})`, peakMemory < MEMORY_BAR),
    ].every(Boolean);
  } finally {
    await vsphere.close();
    await rm(work, { recursive: true, force: true });
  }
}

/** The VM that was imported, and clones of it. */
async function makeTemplates(vsphere: Vsphere, count: number): Promise<void> {
  const log = {
    info: () => {},
    warning: () => {},
    debug: () => {},
    group: <T>(_: string, body: () => Promise<T>) => body(),
  };
  const { signal } = new AbortController();
  const session = await connectVsphere({ ...vsphere, tls: { thumbprint: vsphere.thumbprint }, signal, log });
  try {
    const { moref } = await locateVm(session, { vm: 'template-0' });
    const { folder, resourcePool: pool } = await readVmFacts(session, moref);
    if (!folder || !pool) throw new Error('the VM lies nowhere');
    let next = 1;
    const work = async (): Promise<void> => {
      for (let index = next++; index < count; index = next++) {
        await markAsTemplate(session, await cloneVm(session, moref, { name: `template-${index}`, folder, pool }));
      }
    };
    await Promise.all(Array.from({ length: MAKERS }, work));
    await markAsTemplate(session, moref);
  } finally {
    await session.close();
  }
}
