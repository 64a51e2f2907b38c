/** The words of a verdict, and which levels it reaches. */

/**
 * `application`: VSS writers took part. `filesystem`: only file systems were frozen. `ignored`: asked for, silently not done.
 * `failed`: the snapshot, or the check of an image, failed. `unproven`: an image without errors, of which no snapshot was taken.
 */
export type Verdict = 'application' | 'filesystem' | 'ignored' | 'failed' | 'unproven';

/** What each means, for people. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly mark: string; readonly text: string }>> = {
  application: { mark: '✅', text: 'VSS writers took part in the snapshot' },
  filesystem: { mark: '🟡', text: 'the file systems were frozen, no VSS writer took part' },
  ignored: { mark: '❌', text: 'the quiesce request was silently not carried out' },
  failed: { mark: '❌', text: '' },
  unproven: { mark: '⚪', text: 'no error found in the image; only a snapshot proves more' },
};

export const LEVELS = ['application', 'filesystem'] as const;
export type Level = (typeof LEVELS)[number];

/** Whether the verdict is at least the level asked for. An unproven image passes: it has no error, and promises no more. */
export function reaches(verdict: Verdict, level: Level): boolean {
  if (verdict === 'unproven' || verdict === 'application') return true;
  return verdict === 'filesystem' && level === 'filesystem';
}
