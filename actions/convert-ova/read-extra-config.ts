/** What convert-ova is told to write into the .vmx file, line by line. */

/** Settings that other inputs and the image itself decide, and that later steps go by. */
const OWN = /^(guestinfo\.)?stillframe\./i;

/**
 * Settings of the .vmx file, whose names have no case: of two that differ in it alone a host takes either.
 * @param lines of the form `key = value`
 * @param defaults that a line may replace
 * @throws UserError input-invalid
 */
export function readExtraConfig(
  lines: readonly string[],
  defaults: Readonly<Record<string, string>>,
  invalid: (name: 'extra-config', value: string, hint: string) => Error,
): Record<string, string> {
  const settings = new Map<string, readonly [key: string, value: string]>();
  for (const line of lines) {
    const match = /^([A-Za-z0-9._:-]+)\s*=\s*(.*?)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) {
      throw invalid('extra-config', line, 'Write one setting a line, as in disk.EnableUUID = TRUE.');
    }
    const [, key, value] = match;
    const name = key.toLowerCase();
    if (OWN.test(key))
      throw invalid('extra-config', line, 'Leave it out: settings of stillframe are written by its actions.');
    if (settings.has(name))
      throw invalid('extra-config', line, 'Leave one out: its setting is given twice, and names have no case.');
    settings.set(name, [key, value]);
  }
  const kept = Object.entries(defaults).filter(([key]) => !settings.has(key.toLowerCase()));
  return Object.fromEntries([...kept, ...settings.values()]);
}
