/** Vitest's runner that skips every test, each by its name, on a machine that is not set up for integration tests. */

import { TestRunner } from 'vitest';
import { missingPrograms } from './missing-programs.ts';

const missing = missingPrograms();

interface Task {
  mode: string;
  readonly tasks?: Task[];
}

export default class SkipRunner extends TestRunner {
  onCollected(files: Task[]): void {
    if (missing.length > 0) for (const file of files) skip(file);
  }
}

/** A suite that is skipped runs no hooks either. */
function skip(task: Task): void {
  if (task.mode === 'run' || task.mode === 'queued') task.mode = 'skip';
  for (const inner of task.tasks ?? []) skip(inner);
}
