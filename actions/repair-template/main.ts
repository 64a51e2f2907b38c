import type { Context } from '../../src/context.ts';
import { drawLayout } from '../../src/disk/draw-layout.ts';
import type { DiskLayout } from '../../src/disk/layout.ts';
import type { Repair } from '../../src/repair/repair-disk.ts';
import { repairImage } from '../../src/repair/repair-image.ts';
import type { QuiesceFinding } from '../../src/report/finding-codes.ts';
import type { RepairTemplateInputs } from './inputs.ts';
import { type RepairedVm, repairVm } from './repair-vm.ts';

export interface Result {
  /** Anything was, or for a dry run would be, changed. */
  readonly changed: boolean;
  readonly before: DiskLayout;
  readonly after: DiskLayout;
  readonly findings: readonly QuiesceFinding[];
  /** Boot stores of an image whose recovery sequence was removed. */
  readonly bootStores?: readonly string[];
  /** Of the other disks of an OVA. */
  readonly others?: Repair['others'];
  /** Left out for an image. */
  readonly live?: RepairedVm;
}

export async function main(inputs: RepairTemplateInputs, context: Context): Promise<Result> {
  if (inputs.offline) context.log.info(`Reading ${inputs.offline.image}`);
  const repair: Result = inputs.offline
    ? await repairImage(inputs.offline, context)
    : await repairVm(inputs.live, context);
  context.log.info(`Before: ${drawLayout(repair.before)}`);
  if (repair.changed) context.log.info(`After: ${drawLayout(repair.after)}`);
  else context.log.info('Nothing to repair: there is no Recovery partition');
  return repair;
}
