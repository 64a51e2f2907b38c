import { resolve } from 'node:path';
import type { RepairOptions } from '../../src/repair/repair-image.ts';
import type { InputReader } from '../../src/runner/inputs.ts';
import { loadTemplate } from '../../src/template/template-file.ts';

export type Inputs = RepairOptions;

export async function readInputs(inputs: InputReader): Promise<Inputs> {
  const template = inputs.text('template');
  if (template !== undefined) await loadTemplate(template);
  const image = resolve(inputs.required('image'));
  const output = inputs.text('output');
  return {
    image,
    ...(output !== undefined && { output: resolve(output) }),
    extend: inputs.boolean('extend') ?? false,
    dryRun: inputs.boolean('dry-run') ?? false,
  };
}
