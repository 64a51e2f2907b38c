/** How an OVA says that its image's first boot waits to be done. */

/** Key among the settings of the .vmx file: `expected`, or `baked` once it is done in the template itself. */
export const FIRST_BOOT_SETTING = 'stillframe.first-boot';

/** @param steps names of the steps that wait, as build-vhd gives them */
export function firstBootConfig(steps: readonly string[]): Readonly<Record<string, string>> {
  return steps.length === 0 ? {} : { [FIRST_BOOT_SETTING]: 'expected' };
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
