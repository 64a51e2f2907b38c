/** What a command prints on: results on the standard output, everything that happens meanwhile on the standard error. */

import { createPaint, isColoured, type Paint } from './paint.ts';

/** A stream of this process, as far as it matters here. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Screen {
  /** A line of the result. */
  print(line: string): void;
  /** A line about what happens. */
  tell(line: string): void;
  /** Moves the line that shows how far something is; undefined where lines cannot move. `share` is 0 to 1. */
  readonly progress?: (what: string, share: number) => void;
  /** Takes the moving line away. */
  settle(): void;
  /** For results. */
  readonly paint: Paint;
  /** For what is told. */
  readonly tone: Paint;
  /** Width of results; undefined where nobody looks at them. */
  readonly columns: number | undefined;
}

const CLEAR = '\r\u001b[2K';
const BAR = 24;

export function createScreen(
  { out, err }: { readonly out: Output; readonly err: Output },
  env: Readonly<Record<string, string | undefined>>,
): Screen {
  const moves = err.isTTY === true && env.TERM !== 'dumb';
  let moving = '';
  const settle = (): void => {
    if (moving !== '') err.write(CLEAR);
    moving = '';
  };
  /** The moving line stays below what is written. */
  const write = (output: Output, line: string): void => {
    const kept = moving;
    settle();
    output.write(`${line}\n`);
    if (kept !== '') err.write(kept);
    moving = kept;
  };
  const tone = createPaint(isColoured(err.isTTY === true, env));
  const progress = (what: string, share: number): void => {
    const line = shorten(progressLine(what, share), widthOf(err));
    if (line === moving) return;
    settle();
    if (share >= 1) err.write(`${line}\n`);
    else {
      err.write(line);
      moving = line;
    }
  };
  return {
    print: (line) => write(out, line),
    tell: (line) => write(err, line),
    ...(moves && { progress: once(progress) }),
    settle,
    paint: createPaint(isColoured(out.isTTY === true, env)),
    tone,
    columns: out.isTTY ? widthOf(out) : undefined,
  };
}

/** A terminal that nobody has given a size says 0, as in a container or below `script`. */
function widthOf({ columns }: Output): number {
  return columns || 80;
}

/** `[██████░░░░░░░░]  42 % of the disk packed` */
function progressLine(what: string, share: number): string {
  const done = Math.min(1, Math.max(0, share));
  const full = Math.floor(done * BAR);
  const percent = String(Math.floor(done * 100)).padStart(3);
  return `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${percent} % ${what}`.trimEnd();
}

/** A line that wraps cannot be taken away again. */
function shorten(line: string, columns: number): string {
  return line.length < columns ? line : line.slice(0, Math.max(0, columns - 1));
}

/** The end is shown once, however often it is told. */
function once(progress: (what: string, share: number) => void): (what: string, share: number) => void {
  let ended: string | undefined;
  return (what, share) => {
    if (share >= 1 && ended === what) return;
    ended = share >= 1 ? what : undefined;
    progress(what, share);
  };
}
