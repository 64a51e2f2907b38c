/** Where every process of ours begins: dist/<name>/index.js asks for its entry by name, so that what entries share is bundled once. */

/** What gets a bundle: every action, and `cli`, which can run them all from a terminal. */
const ENTRIES: Readonly<Record<string, () => Promise<unknown>>> = {
  'audit-templates': () => import('./audit-templates/index.ts'),
  'bake-template': () => import('./bake-template/index.ts'),
  'build-vhd': () => import('./build-vhd/index.ts'),
  'check-release': () => import('./check-release/index.ts'),
  'convert-ova': () => import('./convert-ova/index.ts'),
  'extract-drivers': () => import('./extract-drivers/index.ts'),
  'fetch-updates': () => import('./fetch-updates/index.ts'),
  'plan-release': () => import('./plan-release/index.ts'),
  'publish-template': () => import('./publish-template/index.ts'),
  'record-release': () => import('./record-release/index.ts'),
  'repair-template': () => import('./repair-template/index.ts'),
  'upload-esxi': () => import('./upload-esxi/index.ts'),
  'verify-quiesce': () => import('./verify-quiesce/index.ts'),
  cli: () => import('./cli.ts'),
};

export const ENTRY_NAMES: readonly string[] = Object.keys(ENTRIES);

/** Runs the entry of that name to its end; it sets the exit code itself. @throws Error when there is none */
export async function start(name: string): Promise<void> {
  const entry = ENTRIES[name];
  if (!entry) throw new Error(`There is no entry ${name}`);
  await entry();
}
