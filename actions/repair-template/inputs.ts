/** The inputs of repair-template. */

import { input } from '../../src/job/input.ts';
import { boolean, path } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import type { RepairOptions } from '../../src/repair/repair-options.ts';

export type RepairTemplateInputs = RepairOptions;

export const INPUTS = {
  image: input(path, {
    description: 'Disk image (raw, VHD, VHDX, VMDK) or OVA to repair.',
    required: true,
  }),
  output: input(path, {
    description: 'A copy to write; the image itself stays as it is.',
    otherwise: 'the image is repaired in place',
  }),
  extend: input(boolean, {
    description: 'Grow Windows over free space directly behind it (needs ntfsresize, so Linux).',
    default: 'false',
  }),
  'dry-run': input(boolean, {
    description: 'Only show the layout before and after, write nothing.',
    default: 'false',
  }),
} as const;

export function prepare({ values }: Reading<typeof INPUTS>, place: Place): RepairTemplateInputs {
  return {
    image: values.image,
    ...(values.output !== undefined && { output: values.output }),
    extend: values.extend,
    dryRun: values['dry-run'],
    sourceDate: place.sourceDate(),
  };
}
