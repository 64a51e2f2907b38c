/**
 * Which room of src may import from which (CONTRIBUTING.md tells why), as rules for the linter.
 *   node scripts/rooms.ts [--check]      writes biome.rooms.json, which biome.json extends; --check: fail when it is not current
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** From the top down: a room may import what stands on a later step, never its neighbours. `actions` stand above all. */
export const STEPS: readonly (readonly string[])[] = [
  ['runner', 'cli'],
  ['job'],
  ['upload', 'bake', 'publish', 'quiesce', 'repair', 'audit', 'plan', 'release'],
  ['windows', 'check'],
  ['ova', 'updates', 'drivers'],
  ['bcd'],
  ['vsphere', 'disk', 'registry'],
  ['download', 'template', 'report', 'reuse'],
  ['archives'],
  ['xml', 'files', 'products', 'tools', 'pe'],
];

/** The small files beside the rooms may look up here, for a type alone. */
const ALLOWED_TO_SMALL_FILES = ['./tools/tool-runner.ts'];

/** Folders deeper than this in a room would escape the rules; a test sees to it. */
export const DEEPEST = 4;

/** Folders of the project that src never imports from. */
const OUTSIDE = ['actions', 'test', 'scripts', 'bench'];

interface Override {
  readonly includes: readonly string[];
  readonly linter: unknown;
}

/** The text of biome.rooms.json. */
export function lintRules(): string {
  const overrides = [
    refuse(
      ['src/*.ts'],
      [...STEPS.flat().map((room) => `./${room}/**`), ...ALLOWED_TO_SMALL_FILES.map((file) => `!${file}`)],
      'The small files of src stand below every room.',
    ),
  ];
  for (const [index, rooms] of STEPS.entries()) {
    const refused = STEPS.slice(0, index + 1).flat();
    for (let depth = 1; depth <= DEEPEST; depth++) {
      overrides.push(
        refuse(
          rooms.map((room) => `src/${room}/${'*/'.repeat(depth - 1)}*.ts`),
          [
            ...refused.map((room) => `${'../'.repeat(depth)}${room}/**`),
            ...OUTSIDE.map((folder) => `${'../'.repeat(depth + 1)}${folder}/**`),
          ],
          'Imports point downwards only: see the direction of the rooms in CONTRIBUTING.md.',
        ),
      );
    }
  }
  return `${JSON.stringify({ overrides }, undefined, 2)}\n`;
}

/** `includes`: files as globs; `group`: what they must not import, as gitignore patterns of the text between the quotes. */
function refuse(includes: readonly string[], group: readonly string[], message: string): Override {
  const noRestrictedImports = { level: 'error', options: { patterns: [{ group, message }] } };
  return { includes, linter: { rules: { style: { noRestrictedImports } } } };
}

if (process.argv[1] === import.meta.filename) {
  const path = join(ROOT, 'biome.rooms.json');
  if (!process.argv.includes('--check')) await writeFile(path, lintRules());
  else if ((await readFile(path, 'utf8')) !== lintRules()) {
    console.error('biome.rooms.json is not current; run "node scripts/rooms.ts"');
    process.exitCode = 1;
  }
}
