/** What convert-ova is told of the image's first boot, as the VM shall say it. */

import { input } from '../../src/job/input.ts';
import { choice, InvalidText, parsed } from '../../src/job/input-types.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { firstBootConfig, parseFirstBootSteps } from '../../src/ova/first-boot-setting.ts';
import { AFTER_FIRST_BOOT, type AfterFirstBoot } from '../../src/products/guest-words.ts';
import { afterFirstBootOnVsphere } from '../../src/template/after-first-boot.ts';
import { HYPER_V_STEP } from '../../src/windows/first-boot/first-boot-steps.ts';

/** @throws InvalidText */
function firstBootSteps(value: string): readonly string[] {
  const steps = parseFirstBootSteps(value);
  if (steps !== undefined) return steps;
  throw new InvalidText('Give the output first-boot of build-vhd, a JSON array of names.');
}

export const FIRST_BOOT_INPUTS = {
  'first-boot': input(parsed('JSON array', firstBootSteps), {
    description:
      'What waits for the first boot, output first-boot of build-vhd: where something does, the VM says so (stillframe.first-boot = expected) and verify-quiesce waits for it.',
    otherwise: 'nothing waits',
  }),
  'after-first-boot': input(choice(AFTER_FIRST_BOOT), {
    description:
      'What the guest does once its first boot is over, output after-first-boot of build-vhd: the VM says so (stillframe.after-first-boot), and bake-template goes by it.',
    default: 'stay',
  }),
} as const;

interface Given {
  readonly 'first-boot': readonly string[] | undefined;
  readonly 'after-first-boot': AfterFirstBoot;
}

/**
 * Settings of the .vmx file. How the guest ends the image alone knows, and build-vhd that made it: what the template wants is only compared.
 * @throws UserError input-missing, input-invalid
 */
export function readFirstBoot(
  { 'first-boot': steps = [], 'after-first-boot': after }: Given,
  {
    template,
    isSet,
    invalid,
    missing,
  }: Pick<Reading<typeof FIRST_BOOT_INPUTS>, 'template' | 'isSet' | 'invalid' | 'missing'>,
): Readonly<Record<string, string>> {
  if (steps.includes(HYPER_V_STEP)) {
    throw invalid(
      'first-boot',
      JSON.stringify(steps),
      'The image waits for its start on Hyper-V: bake it before (bake-template with image), and give its outputs image, waits and after-first-boot.',
    );
  }
  const wanted = template === undefined ? after : afterFirstBootOnVsphere(template);
  if (after === wanted) return firstBootConfig(steps, after);
  if (!isSet('after-first-boot')) throw missing('after-first-boot');
  throw invalid(
    'after-first-boot',
    after,
    `Give the output after-first-boot of ${template?.bake.on === 'hyper-v' ? 'bake-template' : 'build-vhd'} for an image of this template, whose "bake" means ${wanted}.`,
  );
}
