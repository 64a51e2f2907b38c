/** audit-templates on templates of the double, 4 at a time. */

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { locateVm } from '../../src/vsphere/inventory/locate-vm.ts';
import { readVmFacts } from '../../src/vsphere/vm/vm-facts.ts';
import { cloneVm, markAsTemplate } from '../../src/vsphere/vm/vm-operations.ts';
import { connectVsphere } from '../../src/vsphere/wire/session.ts';
import { buildVsphereDouble } from '../../test/fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../../test/fakes/vsphere/start.ts';
import { run as govc } from '../../test/integration/quiesce/live-run.ts';
import { sampleOva } from '../../test/integration/quiesce/sample-ova.ts';
import { BENCH_FOLDER } from './bench-disks.ts';
import type { Measurement } from './measure.ts';
import { measureAction } from './measure-action.ts';

/** Clones that are made at a time. */
const MAKERS = 4;

export interface MeasuredAudit extends Measurement {
  /** What the double sent of each template, as it counts it itself. */
  readonly sent: readonly { readonly bytes: number; readonly requests: number }[];
}

/** Of the whole action, on a double of its own with `count` templates. */
export async function auditOnce(count: number): Promise<MeasuredAudit> {
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
    const measured = await measureAction('audit-templates', inputs, work);
    return { ...measured, sent: Object.values((await vsphere.storage()).sent) };
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
