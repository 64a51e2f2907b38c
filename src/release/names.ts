/** Names as a record has them, of paths that another system than this one may have written. */

/** The last part of a path of Windows or of Linux. */
export function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

/** By which build-vhd knows a driver: that of its INF file, in lower case. */
export function infName(path: string): string {
  return lastPart(path)
    .replace(/\.inf$/i, '')
    .toLowerCase();
}
