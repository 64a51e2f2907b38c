/** What tells the post step of a job from its main one: the same bundle runs as both. */

/** Names the state that the main step saves: it tells the post step from it, and what there is to undo. */
export const STATE = 'stillframe';

/** The runner hands a saved state on as STATE_<name>. Source: @actions/core, getState; this file loads nothing, so that it can be asked first. */
export function isPostStep(): boolean {
  return (process.env[`STATE_${STATE}`] ?? '') !== '';
}
