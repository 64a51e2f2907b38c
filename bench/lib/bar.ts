/** Says whether a bar was met. */

/** Prints it; returns `met`. */
export function bar(text: string, met: boolean): boolean {
  console.log(`${met ? 'met   ' : 'MISSED'}  ${text}`);
  return met;
}
