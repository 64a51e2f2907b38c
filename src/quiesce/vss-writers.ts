/**
 * Reads what "vssadmin list writers" prints, by its form: its words are in the language of Windows. A writer is five lines: its name, two ids,
 * its state as `[number] word`, its last error.
 */

export interface VssWriter {
  readonly name: string;
  /** VSS_WRITER_STATE of the Windows SDK (vswriter.h). */
  readonly state: number;
  /** The last error, in the words of that Windows. */
  readonly error: string;
}

/** VSS_WS_FAILED_AT_IDENTIFY, the first of the states that say that it failed. */
const FIRST_FAILED = 6;
/** VSS_WS_FAILED_AT_BACKUPSHUTDOWN, the last one. */
const LAST_FAILED = 15;
const ID = /\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}\s*$/i;
const QUOTES = /^[\s'"«»‘’“”„‚「」]+|[\s'"«»‘’“”„‚「」]+$/g;

export function parseVssWriters(text: string): VssWriter[] {
  const lines = text.split(/\r?\n/);
  const writers: VssWriter[] = [];
  for (let at = 1; at + 2 < lines.length; at++) {
    if (!ID.test(lines[at] ?? '') || !ID.test(lines[at + 1] ?? '')) continue;
    const state = /\[(\d{1,2})\]/.exec(lines[at + 2] ?? '')?.[1];
    if (state === undefined) continue;
    writers.push({ name: behindColon(lines[at - 1]), state: Number(state), error: behindColon(lines[at + 3]) });
  }
  return writers;
}

export function hasFailed({ state }: VssWriter): boolean {
  return state >= FIRST_FAILED && state <= LAST_FAILED;
}

/** What stands behind the first colon, whatever colon and quotes that language has. */
function behindColon(line = ''): string {
  return line.replace(/^[^:：]*[:：]/, '').replaceAll(QUOTES, '');
}
