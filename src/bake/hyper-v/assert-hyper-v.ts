/** What has to be right of this machine before an image is baked on its Hyper-V: one error for each, before any work. */

import { UserError } from '../../errors.ts';
import { runPowerShell } from '../../tools/powershell.ts';
import { fieldsOf, numberIn, textIn } from '../../tools/powershell-answer.ts';
import type { ToolRunner } from '../../tools/tool-runner.ts';
import { INSPECT_HYPER_V } from './scripts/inspect-hyper-v.ts';

/**
 * @param wanted name of the switch that the guest is put on
 * @throws UserError hyper-v-missing, not-elevated, input-invalid
 */
export async function assertHyperV(
  wanted: string | undefined,
  tools: Pick<ToolRunner, 'run'>,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  if (platform !== 'win32') {
    throw missing(
      'An image is baked on Hyper-V, which this machine cannot have: it runs no Windows',
      'Run the step on a Windows runner with the role Hyper-V, or give vm to bake the candidate on vSphere.',
    );
  }
  const answer = await runPowerShell(INSPECT_HYPER_V, { switch: wanted ?? '' }, tools);
  const { allowed, module } = fieldsOf(answer);
  if (module !== true) {
    throw missing(
      'This machine has no Hyper-V: its PowerShell module is not there',
      'Install the role with its tools and restart: Install-WindowsFeature -Name Hyper-V -IncludeManagementTools -Restart.',
    );
  }
  const service = textIn(answer, 'service');
  if (service !== 'Running') {
    throw missing(
      service === ''
        ? 'This machine has the tools of Hyper-V, but not the role: there is no service vmms'
        : `Hyper-V is not at work on this machine: its service vmms is ${service}`,
      service === ''
        ? 'Install the role and restart: Install-WindowsFeature -Name Hyper-V -Restart.'
        : 'Start it: Start-Service vmms; the event log Microsoft-Windows-Hyper-V-VMMS says why it is not started.',
    );
  }
  if (allowed !== true) {
    throw new UserError(
      'not-elevated',
      'This account may not use Hyper-V: it is neither an elevated administrator nor one of Hyper-V Administrators',
      'Let the service of the runner run as SYSTEM, or put its account into the local group Hyper-V Administrators and restart the service.',
    );
  }
  if (wanted === undefined) return;
  const switches = numberIn(answer, 'switches');
  if (switches === 1) return;
  throw new UserError(
    'input-invalid',
    switches === 0
      ? `Input switch: Hyper-V has no switch "${wanted}"`
      : `Input switch: Hyper-V has ${switches} switches "${wanted}"`,
    'Get-VMSwitch lists their names; without the input the guest has no network.',
  );
}

function missing(message: string, hint: string): UserError {
  return new UserError('hyper-v-missing', message, hint);
}
