/** The words of a verdict, and which levels it reaches. */

/**
 * `application`: VSS writers took part. `filesystem`: only file systems were frozen. `ignored`: asked for, silently not done.
 * `failed`: the snapshot, or the check of an image, failed. `unproven`: an image without errors, of which no snapshot was taken.
 */
export type Verdict = 'application' | 'filesystem' | 'ignored' | 'failed' | 'unproven';

export const LEVELS = ['application', 'filesystem'] as const;
export type Level = (typeof LEVELS)[number];

/** Whether the verdict is at least the level asked for. An unproven image passes: it has no error, and promises no more. */
export function reaches(verdict: Verdict, level: Level): boolean {
  if (verdict === 'unproven' || verdict === 'application') return true;
  return verdict === 'filesystem' && level === 'filesystem';
}
