/** Skips what Vitest has collected. */

export interface Task {
  mode: string;
  readonly tasks?: Task[];
}

/** A suite that is skipped runs no hooks either. */
export function skip(task: Task): void {
  if (task.mode === 'run' || task.mode === 'queued') task.mode = 'skip';
  for (const inner of task.tasks ?? []) skip(inner);
}
