/** Begins with the test files that take longest: one that begins last keeps the whole run waiting on one core. */

import { statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Below test/integration, the longest first; the others follow by size, which tells little of what they start. */
export const LONGEST: readonly string[] = [
  'plan/workflows',
  // Waits nearly all of its 87 seconds, while others work.
  'windows/first-boot-scripts',
  'vsphere/upload-faults',
  'vsphere/upload-beside',
  'bake/bake-template',
  'vsphere/beside',
  'vsphere/upload',
  'quiesce/killed',
  'publish/publish-template',
  'quiesce/live',
  'repair/repair-template',
  'audit/audit-templates',
  'chain/cancel',
  'chain/artefacts',
  'disk/formats',
  'quiesce/field-layouts',
  'repair/repair-live',
  'repair/field-cases',
  'vsphere/upload-library',
  'windows/drivers',
  'ova/field-images',
  'ova/package',
  'chain/kill',
  'house/secrets',
  'quiesce/restore',
  'quiesce/customization',
  'quiesce/situations',
  'chain/reuse',
  'updates/refused-before-download',
  'windows/build-errors',
  'quiesce/strict-guest',
  'template/taken-whole',
  'updates/ways-to-the-catalog',
  'windows/answer-files',
  'windows/wrong-inputs',
  'updates/judged-by-release',
  'actions/oldest-node',
  'drivers/extract-tools-drivers',
  'release/published-kinds',
  'release/artifacts',
  'publish/library-item',
  'windows/parts',
  'chain/refusals',
];

/** Where a file belongs among others: before those with a higher number. */
export function turnOf(path: string, size: number): number {
  const place = LONGEST.findIndex((name) => path.endsWith(`test/integration/${name}.itg.test.ts`));
  return place >= 0 ? place : LONGEST.length + 1 / (1 + size);
}

/** Vitest's own goes by what it measured, which a fresh machine has not. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turn = new Map(files.map((file) => [file, turnOf(file.moduleId, statSync(file.moduleId).size)]));
    return [...files].sort((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0));
  }
}
