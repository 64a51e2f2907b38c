/** A post step is given five minutes after a cancel; undoing in the run itself takes no longer (milliseconds) than ours takes there. */
export const UNDO_MS = 110_000;
