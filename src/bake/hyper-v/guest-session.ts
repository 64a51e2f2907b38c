/** Runs a script in a guest of Hyper-V through PowerShell Direct: from the host into the guest, without a network. */

import { UserError } from '../../errors.ts';
import { runPowerShell } from '../../tools/powershell.ts';
import { fieldsOf, textIn } from '../../tools/powershell-answer.ts';
import type { ToolRunner } from '../../tools/tool-runner.ts';
import type { GuestAccount } from '../../vsphere/guest/guest-program.ts';
import { type GuestScript, scriptFailed, stagedScriptName, TAIL_BYTES } from '../guest-script.ts';
import { RUN_IN_MACHINE } from './scripts/run-in-machine.ts';

/**
 * @param id of the machine
 * @param timeLimit milliseconds that the script may take
 * @throws UserError bake-failed when the account is refused, or the script does not end with 0; ToolError
 */
export async function runInGuest(
  id: string,
  account: GuestAccount,
  { name, content }: GuestScript,
  timeLimit: number,
  tools: Pick<ToolRunner, 'run'>,
): Promise<void> {
  const request = {
    ...{ id, ...account, tail: TAIL_BYTES },
    ...{ name: stagedScriptName(name), content: content.toString('base64') },
  };
  const ended = await runPowerShell(RUN_IN_MACHINE, request, tools, { timeLimit });
  const { entered, code } = fieldsOf(ended);
  if (entered !== true) {
    throw new UserError(
      'bake-failed',
      `The guest does not let ${account.username} in by PowerShell Direct: ${textIn(ended, 'why').split('\n')[0]?.trim() || 'it does not say why'}`,
      'Give guest-username and guest-password of an administrator as the answer file of the image has them. The image is as it was.',
    );
  }
  if (code === 0) return;
  const said = Buffer.from(textIn(ended, 'output'), 'base64');
  throw scriptFailed(
    name,
    `it ended with ${String(code)}`,
    said,
    'Correct the script and run the step again: the image is as it was.',
  );
}
