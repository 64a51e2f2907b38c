import type { Level } from '../../src/quiesce/verdict.ts';
import { LEVELS } from '../../src/quiesce/verdict.ts';
import { type InputReader, missingInput } from '../../src/runner/inputs.ts';
import { loadTemplate } from '../../src/template/template-file.ts';

export interface Inputs {
  readonly image: string;
  readonly level: Level;
}

export async function readInputs(inputs: InputReader): Promise<Inputs> {
  const templateFile = inputs.text('template');
  const template = templateFile === undefined ? undefined : await loadTemplate(templateFile);
  const image = inputs.text('image');
  if (image === undefined) throw missingInput('image');
  return { image, level: inputs.choice('level', LEVELS) ?? template?.verify.level ?? 'application' };
}
