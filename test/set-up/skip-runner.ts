/** Vitest's runner that skips every test, each by its name, on a machine that is not set up for integration tests. */

import KeptCodeRunner from './kept-code-runner.ts';
import { missingPrograms } from './missing-programs.ts';
import { skip, type Task } from './skip-task.ts';

const missing = missingPrograms();

export default class SkipRunner extends KeptCodeRunner {
  onCollected(files: Task[]): void {
    if (missing.length > 0) for (const file of files) skip(file);
  }
}
