/** How an OVA says that its image's first boot waits to be done. */

import { AFTER_FIRST_BOOT_SETTING, type AfterFirstBoot } from '../products/guest-words.ts';

/** Key among the settings of the .vmx file: `expected`, or `baked` once it is done in the template itself. */
export const FIRST_BOOT_SETTING = 'stillframe.first-boot';

/**
 * A guest that ends by itself has a first boot to wait for, though no step is in it.
 * @param steps names of the steps that wait, as build-vhd gives them
 */
export function firstBootConfig(steps: readonly string[], after: AfterFirstBoot): Readonly<Record<string, string>> {
  return {
    ...((steps.length > 0 || after !== 'stay') && { [FIRST_BOOT_SETTING]: 'expected' }),
    ...(after !== 'stay' && { [AFTER_FIRST_BOOT_SETTING]: after }),
  };
}

/**
 * @param text JSON array of names
 * @returns undefined when it is something else
 */
export function parseFirstBootSteps(text: string): readonly string[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(parsed) && parsed.every((name) => typeof name === 'string') ? (parsed as string[]) : undefined;
}
