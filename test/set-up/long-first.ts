/** Begins with the test files that take longest: one that begins last keeps the whole run waiting on one core. */

import { statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Below test/integration, the longest first; the others follow by size, which tells little of what they start. */
export const LONGEST: readonly string[] = [
  'vsphere/upload-faults',
  'vsphere/upload-beside',
  'bake/bake-template',
  'vsphere/beside',
  'plan/workflows',
  'quiesce/live',
  'quiesce/killed',
  'publish/publish-template',
  'chain/cancel',
  'chain/kill',
  'audit/audit-templates',
  'vsphere/upload',
  'ova/package',
  'chain/artefacts',
  'house/secrets',
  'quiesce/restore',
  'quiesce/customization',
  'disk/formats',
  'repair/repair-template',
  'quiesce/field-layouts',
  'windows/drivers',
  'quiesce/strict-guest',
  'repair/field-cases',
  'updates/judged-by-release',
  'updates/refused-before-download',
  'windows/answer-files',
  'ova/field-images',
  'quiesce/situations',
  'chain/reuse',
  'windows/first-boot-scripts',
  'actions/oldest-node',
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
