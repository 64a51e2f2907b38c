import type { Context } from '../../src/context.ts';
import { drawLayout } from '../../src/disk/draw-layout.ts';
import type { Repair } from '../../src/repair/repair-disk.ts';
import { repairImage } from '../../src/repair/repair-image.ts';
import type { RepairTemplateInputs } from './inputs.ts';

export async function main(inputs: RepairTemplateInputs, context: Context): Promise<Repair> {
  context.log.info(`Reading ${inputs.image}`);
  const repair = await repairImage(inputs, context);
  context.log.info(`Before: ${drawLayout(repair.before)}`);
  if (repair.changed) context.log.info(`After: ${drawLayout(repair.after)}`);
  else context.log.info('Nothing to repair: there is no Recovery partition');
  return repair;
}
