/** `stillframe inspect DISK`: draws any disk image or OVA, and says what is wrong with it and what to do. */

import { LEVELS } from '../../check/verdict.ts';
import { explainError } from '../../job/explain-error.ts';
import { input } from '../../job/input.ts';
import { choice } from '../../job/input-types.ts';
import { readInputs } from '../../job/read-inputs.ts';
import { type Call, type Command, DONE, FAILED, type Terminal } from '../command.ts';
import { inspectImage } from './inspect-image.ts';
import { inspectionText } from './inspection-text.ts';

const INPUTS = {
  level: input(choice(LEVELS), {
    description: 'What snapshots of it have to be able to reach.',
    default: 'application',
  }),
} as const;

/** Where nobody looks, lines are as long as they would be in a wide window. */
const COLUMNS_OF_A_PIPE = 120;

export const INSPECT: Command = {
  name: 'inspect',
  description: 'Draws a disk image or an OVA to scale, and says what is wrong with it and what to do',
  inputs: INPUTS,
  words: {
    name: 'DISK',
    description: 'A VHD, VHDX, VMDK, raw image or OVA; a disk in an OVA as OVA!DISK.',
    type: { path: true },
    count: 'one',
  },
  run: inspect,
};

/** 1 where the disk has a defect, or cannot be read. */
async function inspect({ given, words, json }: Call, { screen }: Terminal): Promise<number> {
  const { level } = readInputs(INPUTS, (name) => given.get(name), undefined).values;
  const [path = ''] = words;
  try {
    const inspection = await inspectImage(path, level);
    if (json) screen.print(JSON.stringify({ schema: 1, command: 'inspect', ...inspection }, undefined, 2));
    else
      for (const line of inspectionText(inspection, screen.paint, screen.columns ?? COLUMNS_OF_A_PIPE))
        screen.print(line);
    return inspection.check.verdict === 'failed' ? FAILED : DONE;
  } catch (error) {
    const { code, message, hint, text } = explainError(error);
    if (json)
      screen.print(
        JSON.stringify({ schema: 1, command: 'inspect', path, error: { code, message, hint } }, undefined, 2),
      );
    screen.tell(`${screen.tone.red('error')}: ${text}`);
    return FAILED;
  }
}
