/** The tests that do more by night: named `*.soak.itg.test.ts`, or taking a slice of their cases by day, as STILLFRAME_SOAK says. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

export function soakFiles(): string[] {
  return globSync('test/integration/**/*.itg.test.ts', { cwd: ROOT })
    .filter(
      (file) =>
        file.includes('.soak.') || readFileSync(join(ROOT, file), 'utf8').includes('process.env.STILLFRAME_SOAK'),
    )
    .sort();
}
