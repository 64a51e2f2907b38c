/** What a template's `bake` means for the guest at the end of its first boot. */

import type { AfterFirstBoot } from '../products/guest-words.ts';
import type { Template } from './template.ts';

export function afterFirstBoot({ bake }: Pick<Template, 'bake'>): AfterFirstBoot {
  if (bake.on === 'none') return 'stay';
  return bake.seal === 'generalize' ? 'generalize' : 'shut-down';
}
