/** The tests of a suite that do more by night: `.soak.` in their name, or taking a slice of their cases by day, as STILLFRAME_SOAK says. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

const FILES = {
  integration: 'test/integration/**/*.itg.test.ts',
  windows: 'test/windows/**/*.win.test.ts',
} as const;

/** @returns their paths from the project's root, sorted */
export function soakFiles(suite: keyof typeof FILES): string[] {
  return globSync(FILES[suite], { cwd: ROOT })
    .filter(
      (file) =>
        file.includes('.soak.') || readFileSync(join(ROOT, file), 'utf8').includes('process.env.STILLFRAME_SOAK'),
    )
    .sort();
}
