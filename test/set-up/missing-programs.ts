/** What tests need of this machine and do not find. */

const scripts = new URL('../../scripts/', import.meta.url);
// Plain JavaScript: the set-up runs before anything is installed, types included.
const { PROFILES } = (await import(new URL('packages.mjs', scripts).href)) as {
  PROFILES: Readonly<Record<'test' | 'windows', Readonly<Record<string, string>>>>;
};
const { present } = (await import(new URL('present.mjs', scripts).href)) as { present(program: string): boolean };

/** Programs, or absolute paths of files; empty when the machine is set up. */
export function missingPrograms(profile: 'test' | 'windows' = 'test'): string[] {
  return Object.keys(PROFILES[profile]).filter((program) => !present(program));
}
