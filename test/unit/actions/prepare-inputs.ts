/** Reads and prepares the inputs of an action from plain text, as a host would. */

import { resolve } from 'node:path';
import type { Declarations } from '../../../src/job/input.ts';
import { loadTemplateInput } from '../../../src/job/load-template-input.ts';
import type { Place } from '../../../src/job/place.ts';
import { type Reading, readInputs } from '../../../src/job/read-inputs.ts';

export const PLACE: Place = {
  temp: resolve('/tmp/runner'),
  cache: resolve('/tmp/cache'),
  records: resolve('/tmp/records'),
  reuse: () => ({ folder: resolve('/tmp/kept'), maxBytes: 2 ** 30, run: '4711' }),
  run: '4711',
  env: {},
  sourceDate: () => undefined,
};

/** @param given the input `template` names a template file */
export async function prepareInputs<D extends Declarations, Inputs>(
  { INPUTS, prepare }: { INPUTS: D; prepare(reading: Reading<D>, place: Place): Inputs | Promise<Inputs> },
  given: Readonly<Record<string, string | undefined>>,
  place: Place = PLACE,
): Promise<Inputs> {
  const template = given.template === undefined ? undefined : await loadTemplateInput(given.template);
  const reading = readInputs(INPUTS, (name) => given[name] ?? '', template);
  const prepared = await prepare(reading, place);
  reading.assertUsed();
  return prepared;
}
