/** Vitest's runner that skips every test, each by its name, on a machine that cannot run Windows programs. */

import { TestRunner } from 'vitest';
import { missingForWindows } from './missing-windows.ts';
import { skip, type Task } from './skip-task.ts';

const missing = missingForWindows();

export default class SkipRunner extends TestRunner {
  onCollected(files: Task[]): void {
    if (missing.length > 0) for (const file of files) skip(file);
  }
}
