import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import * as repairTemplate from '../../../../actions/repair-template/inputs.ts';
import { PLACE, prepareInputs } from '../prepare-inputs.ts';

it('the inputs of repair-template', async () => {
  expect(await prepareInputs(repairTemplate, { image: 'a.vhd' })).toStrictEqual({
    image: resolve('a.vhd'),
    extend: false,
    dryRun: false,
    sourceDate: undefined,
  });
  const date = new Date(5);
  const given = { image: 'a.vhd', output: 'b.vhd', extend: 'true', 'dry-run': 'true' };
  expect(await prepareInputs(repairTemplate, given, { ...PLACE, sourceDate: () => date })).toStrictEqual({
    image: resolve('a.vhd'),
    output: resolve('b.vhd'),
    extend: true,
    dryRun: true,
    sourceDate: date,
  });
  await expect(prepareInputs(repairTemplate, {})).rejects.toMatchObject({ code: 'input-missing' });
});
