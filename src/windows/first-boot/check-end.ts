/** What a guest needs to end its first boot as it shall. */

import { UserError } from '../../errors.ts';
import type { AfterFirstBoot, BakeHost } from '../../products/guest-words.ts';
import { autologonObstacle } from '../answer-file/autologon.ts';
import type { AnswerFile } from '../answer-file/parse-answer-file.ts';

/** Each step is tried three times with a restart in between; as often again Windows may ask for one before it is sealed. */
const RESTARTS_OF_STEP = 3;
const RESTARTS_OF_SEAL = 6;

export interface EndOfFirstBoot {
  readonly afterFirstBoot: AfterFirstBoot;
  /** Path of the installer of VMware Tools. */
  readonly toolsSetup: string | undefined;
  readonly answers: AnswerFile | undefined;
  readonly bakeHost: BakeHost;
  /** How many steps there are. */
  readonly steps: number;
}

/** @throws UserError input-missing, input-invalid */
export function checkEnd({ afterFirstBoot, toolsSetup, answers, steps, bakeHost }: EndOfFirstBoot): void {
  if (afterFirstBoot === 'stay') return;
  // Hyper-V has a way of its own to hear from its guests.
  if (toolsSetup === undefined && bakeHost === 'vsphere') {
    throw new UserError(
      'input-missing',
      `Input tools-setup is empty, but after-first-boot: ${afterFirstBoot} needs VMware Tools: through them the guest says how its first boot ended, and waits for the answer before it ends`,
      'Give the output tools-setup of extract-drivers, or write after-first-boot: stay (in the template: bake: { on: none }).',
    );
  }
  if (afterFirstBoot !== 'generalize') return;
  const obstacle =
    answers === undefined
      ? 'no answer file was given'
      : autologonObstacle(answers, steps * RESTARTS_OF_STEP + RESTARTS_OF_SEAL);
  if (obstacle === undefined) return;
  throw new UserError(
    'input-invalid',
    `Input after-first-boot: generalize runs sysprep as the built-in Administrator, who has to be logged on by the answer file, but ${obstacle}`,
    'Give administrator-password, of which the answer file is made, or an answer file with AutoLogon (Enabled, Username, Password, LogonCount 999) in the component Microsoft-Windows-Shell-Setup of the pass oobeSystem.',
  );
}
