/** What is wrong with a Windows whose first boot is over, whoever saw it: the guest itself says it, or its disk does. */

import type { FirstBootResult } from '../products/guest-words.ts';
import type { Seal } from './assert-bakeable.ts';

const IMAGE_STATES: Readonly<Record<Seal, string>> = {
  none: 'IMAGE_STATE_COMPLETE',
  generalize: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE',
};
/** With `generalize`: the answer file of the clones, which their first start deletes. */
const FOR_CLONES = /^[A-Z]:\\Windows\\Panther\\unattend\.xml$/i;

/**
 * @param planned build that the image was planned to have; undefined when nobody said
 * @returns clauses; none when all is as it has to be
 */
export function guestFaults(
  { build, imageState, answerFiles, steps }: FirstBootResult,
  { seal, planned }: { readonly seal: Seal; readonly planned: string | undefined },
): readonly string[] {
  return [
    ...buildFaults(build, planned),
    ...(imageState === IMAGE_STATES[seal] ? [] : [`its ImageState is ${imageState}, not ${IMAGE_STATES[seal]}`]),
    ...answerFileFaults(answerFiles, seal),
    ...steps.filter((step) => !/^ok\b/.test(step.result)).map((step) => `its step ${step.id} says "${step.result}"`),
  ];
}

/** From `failed: 30-update-01 50-vmware-tools`. */
export function failedSteps(status: string): string {
  const steps = status
    .replace(/^failed:?/, '')
    .split(/[\s,]+/)
    .filter((step) => step !== '');
  return steps.length === 0 ? 'a step that it does not name' : steps.join(', ');
}

function buildFaults(build: string, planned: string | undefined): string[] {
  if (planned === undefined) return [];
  const [major = 0, revision = 0] = build.split('.').map(Number);
  const [plannedMajor = 0, plannedRevision = 0] = planned.split('.').map(Number);
  // A later revision is what a .NET or out-of-band package may bring along.
  if (major === plannedMajor && revision >= plannedRevision) return [];
  return [`its Windows has the build ${build}, and ${planned} was planned`];
}

function answerFileFaults(left: readonly string[], seal: Seal): string[] {
  if (seal === 'none') return left.length === 0 ? [] : [`answer files are left: ${left.join(', ')}`];
  const others = left.filter((path) => !FOR_CLONES.test(path));
  if (others.length > 0) return [`answer files are left beside that of the clones: ${others.join(', ')}`];
  return left.length === 1
    ? []
    : ['the answer file of the clones is not there, so that each would wait at its console'];
}
