/** What a template's `bake` means for the guest at the end of its first boot. */

import type { AfterFirstBoot, BakeHost } from '../products/guest-words.ts';
import type { Template } from './template.ts';

export function afterFirstBoot({ bake }: Pick<Template, 'bake'>): AfterFirstBoot {
  if (bake.on === 'none') return 'stay';
  return bake.seal === 'generalize' ? 'generalize' : 'shut-down';
}

/** Whose machine the first start is on; that of a template that is not baked will be a clone's, on vSphere. */
export function bakeHost({ bake }: Pick<Template, 'bake'>): BakeHost {
  return bake.on === 'hyper-v' ? 'hyper-v' : 'vsphere';
}

/**
 * The same for the guest that is uploaded: after Hyper-V only VMware Tools are left to do, in the template itself, or, once that is
 * generalized, in each clone.
 */
export function afterFirstBootOnVsphere(template: Pick<Template, 'bake' | 'customize'>): AfterFirstBoot {
  const { bake, customize } = template;
  if (bake.on !== 'hyper-v') return afterFirstBoot(template);
  return customize.vmwareTools === 'none' || bake.seal === 'generalize' ? 'stay' : 'shut-down';
}
