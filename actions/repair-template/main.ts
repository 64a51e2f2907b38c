import type { Context } from '../../src/context.ts';
import { drawLayout } from '../../src/disk/draw-layout.ts';
import type { Repair } from '../../src/repair/repair-disk.ts';
import { repairImage } from '../../src/repair/repair-image.ts';
import { findingLine } from '../../src/report/findings-table.ts';
import type { Inputs } from './inputs.ts';

export async function main(inputs: Inputs, context: Context): Promise<Repair> {
  const repair = await repairImage(inputs, context);
  context.log.info(`Before: ${drawLayout(repair.before)}`);
  if (repair.changed) context.log.info(`After: ${drawLayout(repair.after)}`);
  else context.log.info('Nothing to repair: there is no Recovery partition');
  for (const finding of repair.findings) context.log.warning(findingLine(finding));
  return repair;
}
